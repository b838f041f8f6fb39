namespace FashionPipeline.Numerics.Kernels;

/// <summary>What the gradients of a convolution are computed from, and where they go.</summary>
internal unsafe struct Conv2DGradients
{
    /// <summary>The sizes.</summary>
    public required Conv2DShape Shape;

    /// <summary>[batch, height, width, channels].</summary>
    public required float* Input;

    /// <summary>[kernel height, kernel width, channels, filters].</summary>
    public required float* Kernel;

    /// <summary>[batch, output height, output width, filters]; null unless it was max(0, y).</summary>
    public required float* Output;

    /// <summary>[batch, output height, output width, filters].</summary>
    public required float* OutputGradient;

    /// <summary>[batch, height, width, channels]; null where nobody needs it.</summary>
    public required float* InputGradient;

    /// <summary>[kernel height, kernel width, channels, filters].</summary>
    public required float* KernelGradient;

    /// <summary>[filters].</summary>
    public required float* BiasGradient;

    /// <summary>The images of a part of the batch: the first one, and the one behind the last.</summary>
    public readonly (int First, int End) Images(int part) =>
        ((int)((long)part * Shape.Batch / Shape.Partials), (int)((long)(part + 1) * Shape.Batch / Shape.Partials));

    /// <summary>
    /// Lays the gradient of an image's output at the origin of a layout; behind a relu, only where the output is above zero.
    /// </summary>
    public readonly void LayOutputGradient(int image, PaddedImage layout, float* padded)
    {
        var offset = (nint)image * Shape.OutputImageLength;
        var destination = padded + layout.Origin;
        for (var row = 0; row < layout.Height; row++, destination += layout.Spacing * layout.PaddedRowLength)
        {
            if (layout.Spacing == 1)
            {
                LayOut(offset, destination, layout.RowLength);
                offset += layout.RowLength;
                continue;
            }

            for (var column = 0; column < layout.Width; column++, offset += layout.Channels)
            {
                LayOut(offset, destination + ((nint)column * layout.Spacing * layout.Channels), layout.Channels);
            }
        }
    }

    /// <summary>Adds the pixels of a gradient that was laid out to the sums of the bias, row by row, column by column.</summary>
    public readonly void AddBiasGradient(PaddedImage layout, float* padded, float* sums)
    {
        for (var row = 0; row < layout.Height; row++)
        {
            var pixels = padded + layout.Origin + ((nint)row * layout.Spacing * layout.PaddedRowLength);
            Matrix.AddRows(pixels, layout.Spacing * layout.Channels, layout.Width, layout.Channels, sums);
        }
    }

    private readonly void LayOut(nint offset, float* destination, int length)
    {
        if (Output != null)
        {
            Elementwise.Gradient<Relu>(Output + offset, OutputGradient + offset, destination, length);
        }
        else
        {
            new Span<float>(OutputGradient + offset, length).CopyTo(new Span<float>(destination, length));
        }
    }
}
