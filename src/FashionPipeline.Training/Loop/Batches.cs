using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Loop;

/// <summary>Makes tensors of images, a batch at a time; the data set itself stays in bytes.</summary>
/// <param name="images">The images.</param>
/// <param name="scaling">What a byte becomes.</param>
/// <param name="workspace">Cores.</param>
internal sealed class Batches(LabelledImages images, InputScaling scaling, Workspace workspace)
{
    private readonly float divisor = scaling == InputScaling.Unit ? 255 : 1;

    /// <summary>All images in their order, <paramref name="size"/> at a time.</summary>
    public IEnumerable<int[]> InOrder(int size) => Enumerable.Range(0, images.Count).Chunk(size);

    /// <summary>Pixels [batch, height * width * channels] of the images at <paramref name="indices"/>.</summary>
    /// <exception cref="InputException">A thread that computes does not round as it should.</exception>
    public Tensor Pixels(ReadOnlySpan<int> indices)
    {
        FloatingPointCheck.Require(workspace);
        var tensor = TensorMemory.New(indices.Length, images.ValuesPerImage);
        PixelGather.Gather(images.Pixels, images.ValuesPerImage, indices, divisor, TensorMemory.Of(tensor), workspace);
        return tensor;
    }

    /// <summary>Labels [batch] of the images at <paramref name="indices"/>.</summary>
    public int[] Labels(ReadOnlySpan<int> indices)
    {
        var labels = new int[indices.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = images.Labels[indices[i]];
        }

        return labels;
    }
}
