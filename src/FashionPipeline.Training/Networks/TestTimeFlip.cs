using FashionPipeline.Data;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks;

/// <summary>The mean of what a network gives for images and for their mirror images, the same under either arithmetic.</summary>
internal static class TestTimeFlip
{
    /// <summary>The mean of both logits, each the sum of two, halved: [batch, classes].</summary>
    /// <param name="pixels">[batch, height * width * channels].</param>
    /// <param name="image">Size of an image.</param>
    /// <param name="logits">The network, outside training.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static Tensor Logits(Tensor pixels, ImageShape image, Func<Tensor, Tensor> logits, Workspace workspace)
    {
        var mirrored = TensorMemory.New(pixels.shape);
        var shape = new ImageBatchShape((int)pixels.shape[0], image.Height, image.Width, image.Channels);
        Mirror.Apply(shape, TensorMemory.Of(pixels), TensorMemory.Of(mirrored), workspace);
        var (one, other) = (logits(pixels), logits(mirrored));
        var mean = TensorMemory.New(one.shape);
        var ones = TensorMemory.Of(one);
        var others = TensorMemory.Of(other);
        var means = TensorMemory.Of(mean);
        for (var i = 0; i < means.Length; i++)
        {
            means[i] = (ones[i] + others[i]) / 2;
        }

        return mean;
    }
}
