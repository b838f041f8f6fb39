namespace FashionPipeline.Numerics.Kernels;

/// <summary>The sizes of a convolution with stride 1.</summary>
/// <param name="Batch">Images.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
/// <param name="Channels">Numbers of a pixel that goes in.</param>
/// <param name="Filters">Numbers of a pixel that comes out.</param>
/// <param name="KernelHeight">Rows of the kernel.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="Same">
/// Whether the image gets a border of zeros, so that the output has its size; where the kernel is even, the wider border lies below
/// and right, as in Keras.
/// </param>
public readonly record struct Conv2DShape(
    int Batch, int Height, int Width, int Channels, int Filters, int KernelHeight, int KernelWidth, bool Same)
{
    // Enough parts for many cores; together at most 4 MB, or 7 by Winograd, where that leaves as many as 4.
    private const int MaxPartials = 32;
    private const int MinPartials = 4;
    private const int PartialNumbers = 1 << 20;

    // The widest vector.
    private const int WinogradChannels = 16;

    /// <summary>Rows of the output.</summary>
    public int OutputHeight => Same ? Height : Height - KernelHeight + 1;

    /// <summary>Columns of the output.</summary>
    public int OutputWidth => Same ? Width : Width - KernelWidth + 1;

    /// <summary>Parts of the batch whose gradients are summed on their own: a function of the sizes alone.</summary>
    public int Partials => Math.Min(Batch, Math.Clamp(PartialNumbers / Math.Max(1, KernelLength), MinPartials, MaxPartials));

    /// <summary>
    /// Whether <see cref="Conv2D"/> computes it by Winograd's algorithm: kernels of 3x3, whole vectors of channels and filters, and at
    /// most two thirds of the multiplications, ragged tiles included. A function of the sizes alone, as the order of sums goes with it.
    /// </summary>
    public bool IsWinograd => (KernelHeight, KernelWidth) == (3, 3)
        && Channels % WinogradChannels == 0
        && Filters % WinogradChannels == 0
        && OutputHeight > 0
        && OutputWidth > 0
        && 3L * WinogradLayout.Points * ((OutputHeight + 1) / 2) * ((OutputWidth + 1) / 2) <= 2L * 9 * OutputHeight * OutputWidth;

    internal int InputLength => checked(Batch * ImageLength);

    internal int KernelLength => checked(KernelHeight * KernelWidth * Channels * Filters);

    internal int OutputLength => checked(Batch * OutputImageLength);

    internal int ImageLength => checked(Height * Width * Channels);

    // A kernel larger than the image has no output: two negative sizes would make a positive product.
    internal int OutputImageLength => checked(Math.Max(0, OutputHeight) * Math.Max(0, OutputWidth) * Filters);

    /// <summary>Where the input lies within its border.</summary>
    internal PaddedImage PaddedInput => Same
        ? new(Height, Width, Channels, (KernelHeight - 1) / 2, (KernelWidth - 1) / 2, Height + KernelHeight - 1, Width + KernelWidth - 1)
        : new(Height, Width, Channels, 0, 0, Height, Width);

    /// <summary>Where the gradient of the output lies within the border that makes its windows reach every pixel of the input.</summary>
    internal PaddedImage PaddedGradient => new(
        OutputHeight,
        OutputWidth,
        Filters,
        KernelHeight - 1 - PaddedInput.Top,
        KernelWidth - 1 - PaddedInput.Left,
        Height + KernelHeight - 1,
        Width + KernelWidth - 1);
}
