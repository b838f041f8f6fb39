using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// Erases parts of images [batch, height, width, channels] that a stream's numbers choose, the same under either arithmetic.
/// </summary>
internal sealed class RandomEraseOperation(ImageBatchShape shape, int most, RandomStream stream, Workspace workspace) : PortableOperation
{
    /// <summary>Makes a rectangle of up to <paramref name="most"/> rows and columns 0 in each image; can be differentiated.</summary>
    public static Tensor Apply(Tensor images, int most, RandomStream stream, Backend backend) =>
        new RandomEraseOperation(TensorMemory.ImagesOf(images), most, stream, backend.Workspace).Run(images.contiguous());

    protected override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved) => Erase(inputs[0]);

    protected override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient) => [Erase(gradient)];

    private Tensor Erase(Tensor values)
    {
        var erased = TensorMemory.New(values.shape);
        RandomErase.Apply(shape, TensorMemory.Of(values), TensorMemory.Of(erased), most, stream, workspace);
        return erased;
    }
}
