using System.Numerics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>Makes a batch of images that lie as bytes: gathers, converts and scales in one pass.</summary>
public static unsafe class PixelGather
{
    private const int ImagesPerItem = 16;

    /// <summary>Writes each pixel divided by <paramref name="divisor"/>, rounded once.</summary>
    /// <param name="pixels">[images, image size].</param>
    /// <param name="imageSize">Pixels of an image, at least 1.</param>
    /// <param name="indices">[batch]: which images.</param>
    /// <param name="divisor">255 for values from 0 to 1, 1 for the bytes as they are.</param>
    /// <param name="output">[batch, image size].</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Gather(
        ReadOnlySpan<byte> pixels, int imageSize, ReadOnlySpan<int> indices, float divisor, Span<float> output, Workspace workspace)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(imageSize, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(output.Length, (long)indices.Length * imageSize);
        var images = pixels.Length / imageSize;
        foreach (var index in indices)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)images, nameof(indices));
        }

        fixed (byte* from = pixels)
        fixed (int* index = indices)
        fixed (float* to = output)
        {
            var work = new GatherWork(from, imageSize, index, indices.Length, divisor, to);
            workspace.Cores.Run((indices.Length + ImagesPerItem - 1) / ImagesPerItem, work);
        }
    }

    private static void Convert(byte* pixels, int size, float divisor, float* output)
    {
        var i = 0;
        for (; i <= size - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(Vector.Load(pixels + i), out var first, out var second);
            Write(first, divisor, output + i);
            Write(second, divisor, output + i + Vector<ushort>.Count);
        }

        for (; i < size; i++)
        {
            output[i] = pixels[i] / divisor;
        }
    }

    private static void Write(Vector<ushort> pixels, float divisor, float* output)
    {
        Vector.Widen(pixels, out var first, out var second);
        (Vector.ConvertToSingle(Vector.AsVectorInt32(first)) / new Vector<float>(divisor)).Store(output);
        (Vector.ConvertToSingle(Vector.AsVectorInt32(second)) / new Vector<float>(divisor)).Store(output + Vector<float>.Count);
    }

    private readonly struct GatherWork(byte* pixels, int imageSize, int* indices, int count, float divisor, float* output) : IWork
    {
        public void Compute(int item, int worker)
        {
            var end = Math.Min((item + 1) * ImagesPerItem, count);
            for (var i = item * ImagesPerItem; i < end; i++)
            {
                Convert(pixels + ((long)indices[i] * imageSize), imageSize, divisor, output + ((long)i * imageSize));
            }
        }
    }
}
