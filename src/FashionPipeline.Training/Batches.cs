using System.Runtime.InteropServices;
using FashionPipeline.Data;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training;

/// <summary>Makes tensors of images, a batch at a time; the data set itself stays in bytes.</summary>
/// <param name="images">The images.</param>
/// <param name="scaling">What a byte becomes.</param>
internal sealed class Batches(LabelledImages images, InputScaling scaling)
{
    private readonly float[] values =
        [.. Enumerable.Range(0, 256).Select(pixel => scaling == InputScaling.Unit ? (float)(pixel / 255d) : pixel)];

    /// <summary>Pixels [batch, height * width] of the images at <paramref name="indices"/>.</summary>
    public Tensor Pixels(ReadOnlySpan<int> indices)
    {
        var tensor = empty([indices.Length, images.PixelsPerImage], ScalarType.Float32);
        var target = TensorMemory.Of(tensor);
        for (var i = 0; i < indices.Length; i++)
        {
            var source = images.Image(indices[i]);
            var row = target.Slice(i * source.Length, source.Length);
            for (var j = 0; j < source.Length; j++)
            {
                row[j] = values[source[j]];
            }
        }

        return tensor;
    }

    /// <summary>Labels [batch] of the images at <paramref name="indices"/>.</summary>
    public Tensor Labels(ReadOnlySpan<int> indices)
    {
        var tensor = empty([indices.Length], ScalarType.Int64);
        var target = MemoryMarshal.Cast<byte, long>(tensor.bytes);
        for (var i = 0; i < indices.Length; i++)
        {
            target[i] = images.Labels[indices[i]];
        }

        return tensor;
    }

    /// <summary>How many rows of <paramref name="logits"/> have their largest value at the image's label; the first of equals counts.</summary>
    public int CountCorrect(Tensor logits, ReadOnlySpan<int> indices)
    {
        var scores = TensorMemory.Of(logits);
        var classes = scores.Length / indices.Length;
        var correct = 0;
        for (var i = 0; i < indices.Length; i++)
        {
            var row = scores.Slice(i * classes, classes);
            var best = 0;
            for (var j = 1; j < classes; j++)
            {
                best = row[j] > row[best] ? j : best;
            }

            correct += best == images.Labels[indices[i]] ? 1 : 0;
        }

        return correct;
    }
}
