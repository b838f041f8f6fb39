namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// A kernel that slides over an image and stays within it and its border: each row of outputs is a product of windows and kernel.
/// </summary>
internal unsafe struct ValidConvolution
{
    /// <summary>The image, with its border.</summary>
    public required PaddedImage Image;

    /// <summary>[kernel height, kernel width, channels, filters].</summary>
    public required float* Kernel;

    /// <summary>Rows of the kernel.</summary>
    public required int KernelHeight;

    /// <summary>Columns of the kernel.</summary>
    public required int KernelWidth;

    /// <summary>Numbers of a pixel that comes out.</summary>
    public required int Filters;

    /// <summary>[filters]; null where outputs start from zero.</summary>
    public float* Bias;

    /// <summary>Whether the output is max(0, y).</summary>
    public bool Relu;

    /// <summary>Computes the output of one image.</summary>
    /// <param name="padded">The image with its border.</param>
    /// <param name="output">[padded height - kernel height + 1, padded width - kernel width + 1, filters], written.</param>
    public readonly void Compute(float* padded, float* output)
    {
        var width = Image.PaddedWidth - KernelWidth + 1;
        var run = KernelWidth * Image.Channels;
        for (var row = 0; row <= Image.PaddedHeight - KernelHeight; row++)
        {
            new Product
            {
                Left = padded + ((nint)row * Image.PaddedRowLength),
                LeftRowStride = Image.Channels,
                LeftStepStride = 1,
                LeftRunStride = Image.PaddedRowLength,
                Right = Kernel,
                RightStepStride = Filters,
                RightRunStride = (nint)run * Filters,
                Runs = KernelHeight,
                RunLength = run,
                Start = Bias,
                Output = output + ((nint)row * width * Filters),
                OutputRowStride = Filters,
                Relu = Relu,
            }.Compute(width, Filters);
        }
    }
}
