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

    /// <summary>Rows and columns from one window to the next.</summary>
    public required int Stride;

    /// <summary>[filters]; null where outputs start from zero.</summary>
    public float* Bias;

    /// <summary>Whether the output is max(0, y).</summary>
    public bool Relu;

    /// <summary>Computes the output of one image.</summary>
    /// <param name="padded">The image with its border.</param>
    /// <param name="output">A row for each row of windows that lie within the border: [rows, columns, filters], written.</param>
    public readonly void Compute(float* padded, float* output)
    {
        var width = Conv2DShape.OutputSize(Image.PaddedWidth, KernelWidth, same: false, Stride);
        var height = Conv2DShape.OutputSize(Image.PaddedHeight, KernelHeight, same: false, Stride);
        var run = KernelWidth * Image.Channels;
        for (var row = 0; row < height; row++)
        {
            new Product
            {
                Left = padded + ((nint)row * Stride * Image.PaddedRowLength),
                LeftRowStride = Stride * Image.Channels,
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
