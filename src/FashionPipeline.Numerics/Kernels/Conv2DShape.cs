namespace FashionPipeline.Numerics.Kernels;

/// <summary>The sizes of a convolution.</summary>
/// <param name="Batch">Images.</param>
/// <param name="Height">Rows of an image.</param>
/// <param name="Width">Columns of an image.</param>
/// <param name="Channels">Numbers of a pixel that goes in.</param>
/// <param name="Filters">Numbers of a pixel that comes out.</param>
/// <param name="KernelHeight">Rows of the kernel.</param>
/// <param name="KernelWidth">Columns of the kernel.</param>
/// <param name="Same">
/// Whether the image gets a border of zeros, so that the output has its size, divided by the stride and rounded up; where the border is
/// odd, its wider side lies below and right, as in Keras.
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

    /// <summary>Rows and columns from one window to the next, at least 1.</summary>
    public int Stride { get; init; } = 1;

    /// <summary>Rows of the output.</summary>
    public int OutputHeight => OutputSize(Height, KernelHeight, Same, Stride);

    /// <summary>Columns of the output.</summary>
    public int OutputWidth => OutputSize(Width, KernelWidth, Same, Stride);

    /// <summary>Parts of the batch whose gradients are summed on their own: a function of the sizes alone.</summary>
    public int Partials => Math.Min(Batch, Math.Clamp(PartialNumbers / Math.Max(1, KernelLength), MinPartials, MaxPartials));

    /// <summary>
    /// Whether <see cref="Conv2D"/> computes it by Winograd's algorithm: kernels of 3x3 with stride 1, whole vectors of channels and
    /// filters, and at most two thirds of the multiplications, ragged tiles included. A function of the sizes alone, as the order of sums
    /// goes with it.
    /// </summary>
    public bool IsWinograd => (KernelHeight, KernelWidth, Stride) == (3, 3, 1)
        && Channels % WinogradChannels == 0
        && Filters % WinogradChannels == 0
        && OutputHeight > 0
        && OutputWidth > 0
        && 3L * WinogradLayout.Points * ((OutputHeight + 1) / 2) * ((OutputWidth + 1) / 2) <= 2L * 9 * OutputHeight * OutputWidth;

    internal int InputLength => checked(Batch * ImageLength);

    internal int KernelLength => checked(KernelHeight * KernelWidth * Channels * Filters);

    internal int OutputLength => checked(Batch * OutputImageLength);

    internal int ImageLength => checked(Height * Width * Channels);

    internal int OutputImageLength => checked(OutputHeight * OutputWidth * Filters);

    /// <summary>Where the input lies within its border.</summary>
    internal PaddedImage PaddedInput
    {
        get
        {
            var rows = Same ? Border(Height, KernelHeight, Stride) : 0;
            var columns = Same ? Border(Width, KernelWidth, Stride) : 0;
            return new(Height, Width, Channels, rows / 2, columns / 2, Height + rows, Width + columns);
        }
    }

    /// <summary>
    /// Where the gradient of the output lies within the border that makes its windows, which move by one pixel, reach every pixel of the
    /// input: its own pixels lie as far apart as the windows of the input.
    /// </summary>
    internal PaddedImage PaddedGradient => new(
        OutputHeight,
        OutputWidth,
        Filters,
        KernelHeight - 1 - PaddedInput.Top,
        KernelWidth - 1 - PaddedInput.Left,
        Height + KernelHeight - 1,
        Width + KernelWidth - 1) { Spacing = Stride };

    /// <summary>Windows along a side.</summary>
    /// <param name="size">Pixels of the image's side.</param>
    /// <param name="kernel">Pixels of the kernel's side.</param>
    /// <param name="same">Whether the image gets a border.</param>
    /// <param name="stride">Pixels from one window to the next.</param>
    /// <returns>How many there are; 0 where the kernel is larger than an image without border.</returns>
    public static int OutputSize(int size, int kernel, bool same, int stride)
    {
        var last = same ? size - 1 : size - kernel;
        return last < 0 ? 0 : (last / stride) + 1;
    }

    /// <summary>Pixels of the border along a side, of which the smaller half lies above or left.</summary>
    /// <param name="size">Pixels of the image's side.</param>
    /// <param name="kernel">Pixels of the kernel's side.</param>
    /// <param name="stride">Pixels from one window to the next.</param>
    private static int Border(int size, int kernel, int stride) =>
        Math.Max(0, ((OutputSize(size, kernel, same: true, stride) - 1) * stride) + kernel - size);
}
