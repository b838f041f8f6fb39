using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Exchanges left and right of every other image on average: image i of a batch where the highest bit of the stream's word i is set.
/// Values are moved and not computed; the gradient goes the same way.
/// </summary>
public static unsafe class RandomFlip
{
    /// <summary>Flips images, or the gradient of what was flipped.</summary>
    /// <param name="shape">The images.</param>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="output">In the same shape, written; not the input itself.</param>
    /// <param name="stream">The numbers of this step and layer.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Apply(
        ImageBatchShape shape, ReadOnlySpan<float> input, Span<float> output, RandomStream stream, Workspace workspace)
    {
        Lengths.Require(input.Length, shape.Length);
        Lengths.Require(output.Length, shape.Length);
        fixed (float* source = input, destination = output)
        {
            workspace.Cores.Run(shape.Batch, new FlipWork(shape, source, destination, stream));
        }
    }

    private readonly struct FlipWork(ImageBatchShape shape, float* source, float* destination, RandomStream stream) : IWork
    {
        public void Compute(int item, int worker)
        {
            var from = new ReadOnlySpan<float>(source + ((nint)item * shape.ImageLength), shape.ImageLength);
            var to = new Span<float>(destination + ((nint)item * shape.ImageLength), shape.ImageLength);
            if (stream.UInt32(item) >> 31 == 0)
            {
                from.CopyTo(to);
                return;
            }

            Mirror.Image(shape, from, to);
        }
    }
}
