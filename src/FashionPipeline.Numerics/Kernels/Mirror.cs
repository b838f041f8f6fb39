namespace FashionPipeline.Numerics.Kernels;

/// <summary>Exchanges left and right of images. Values are moved and not computed.</summary>
public static unsafe class Mirror
{
    /// <summary>Mirrors every image of a batch.</summary>
    /// <param name="shape">The images.</param>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="output">In the same shape, written; not the input itself.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Apply(ImageBatchShape shape, ReadOnlySpan<float> input, Span<float> output, Workspace workspace)
    {
        Lengths.Require(input.Length, shape.Length);
        Lengths.Require(output.Length, shape.Length);
        fixed (float* source = input, destination = output)
        {
            workspace.Cores.Run(shape.Batch, new MirrorWork(shape, source, destination));
        }
    }

    /// <summary>Mirrors one image.</summary>
    internal static void Image(ImageBatchShape shape, ReadOnlySpan<float> from, Span<float> to)
    {
        for (var row = 0; row < shape.ImageLength; row += shape.RowLength)
        {
            for (var x = 0; x < shape.RowLength; x += shape.Channels)
            {
                from.Slice(row + x, shape.Channels).CopyTo(to[(row + shape.RowLength - shape.Channels - x)..]);
            }
        }
    }

    private readonly struct MirrorWork(ImageBatchShape shape, float* source, float* destination) : IWork
    {
        public void Compute(int item, int worker)
        {
            var start = (nint)item * shape.ImageLength;
            Image(shape, new(source + start, shape.ImageLength), new(destination + start, shape.ImageLength));
        }
    }
}
