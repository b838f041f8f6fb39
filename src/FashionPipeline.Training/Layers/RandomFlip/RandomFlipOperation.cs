using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>Flips images [batch, height, width, channels] that a stream's numbers choose, the same under either arithmetic.</summary>
internal sealed class RandomFlipOperation(ImageBatchShape shape, RandomStream stream, Workspace workspace) : PortableOperation
{
    /// <summary>Exchanges left and right of what the stream chooses; can be differentiated.</summary>
    public static Tensor Apply(Tensor images, RandomStream stream, Backend backend) =>
        new RandomFlipOperation(TensorMemory.ImagesOf(images), stream, backend.Workspace).Run(images.contiguous());

    protected override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved) => Flip(inputs[0]);

    protected override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient) => [Flip(gradient)];

    private Tensor Flip(Tensor values)
    {
        var flipped = TensorMemory.New(values.shape);
        RandomFlip.Apply(shape, TensorMemory.Of(values), TensorMemory.Of(flipped), stream, workspace);
        return flipped;
    }
}
