using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Makes a random rectangle of each image 0. Image i of a batch takes block i of the stream: words w0 and w1 choose the rectangle's height
/// and width, ⌊w · (most + 1) / 2^32⌋, where 0 erases nothing; w2 and w3 its first row and column among all where it lies within the image.
/// Other values stay as they are; the gradient goes the same way.
/// Source: Zhong, Zheng, Kang, Li, Yang, "Random erasing data augmentation", AAAI 2020, with black for the random colours.
/// </summary>
public static unsafe class RandomErase
{
    /// <summary>Erases a part of images, or of the gradient of what was erased.</summary>
    /// <param name="shape">The images.</param>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="output">In the same shape, written; not the input itself.</param>
    /// <param name="most">Rows and columns of a rectangle at most, from 0 to the shorter side of an image.</param>
    /// <param name="stream">The numbers of this step and layer.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Apply(
        ImageBatchShape shape, ReadOnlySpan<float> input, Span<float> output, int most, RandomStream stream, Workspace workspace)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, Math.Min(shape.Height, shape.Width));
        Lengths.Require(input.Length, shape.Length);
        Lengths.Require(output.Length, shape.Length);
        fixed (float* source = input, destination = output)
        {
            workspace.Cores.Run(shape.Batch, new EraseWork(shape, source, destination, most, stream));
        }
    }

    private readonly struct EraseWork(ImageBatchShape shape, float* source, float* destination, int most, RandomStream stream) : IWork
    {
        public void Compute(int item, int worker)
        {
            var image = new Span<float>(destination + ((nint)item * shape.ImageLength), shape.ImageLength);
            new ReadOnlySpan<float>(source + ((nint)item * shape.ImageLength), shape.ImageLength).CopyTo(image);
            var (word0, word1, word2, word3) = stream.Block((uint)item);
            var (rows, columns) = (Draw(word0, most + 1), Draw(word1, most + 1));
            var (top, left) = (Draw(word2, shape.Height - rows + 1), Draw(word3, shape.Width - columns + 1));
            for (var y = top; y < top + rows; y++)
            {
                image.Slice((y * shape.RowLength) + (left * shape.Channels), columns * shape.Channels).Clear();
            }
        }

        private static int Draw(uint word, int choices) => (int)(((ulong)word * (uint)choices) >> 32);
    }
}
