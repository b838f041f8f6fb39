using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>Shifts images [batch, height, width, channels] by what a stream's numbers choose, the same under either arithmetic.</summary>
internal sealed class RandomShiftOperation(ImageBatchShape shape, int most, RandomStream stream, Workspace workspace) : PortableOperation
{
    /// <summary>Shifts each image by up to <paramref name="most"/> rows and columns; can be differentiated.</summary>
    public static Tensor Apply(Tensor images, int most, RandomStream stream, Backend backend) =>
        new RandomShiftOperation(TensorMemory.ImagesOf(images), most, stream, backend.Workspace).Run(images.contiguous());

    protected override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved)
    {
        var output = TensorMemory.New(inputs[0].shape);
        RandomShift.Forward(shape, TensorMemory.Of(inputs[0]), TensorMemory.Of(output), most, stream, workspace);
        return output;
    }

    protected override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient)
    {
        var inputGradient = TensorMemory.New(gradient.shape);
        RandomShift.Backward(shape, TensorMemory.Of(gradient), TensorMemory.Of(inputGradient), most, stream, workspace);
        return [inputGradient];
    }
}
