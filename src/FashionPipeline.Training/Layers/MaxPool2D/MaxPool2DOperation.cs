using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// Largest value of each window: [batch, height, width, channels] -> [batch, height / pool height, width / pool width, channels].
/// </summary>
internal sealed class MaxPool2DOperation(Pool2DShape shape, Workspace workspace) : PortableOperation
{
    /// <summary>Applies it; can be differentiated.</summary>
    public static Tensor Apply(Tensor input, int poolHeight, int poolWidth, Backend backend) => backend.IsPortable
        ? new MaxPool2DOperation(Shape(input.shape, poolHeight, poolWidth), backend.Workspace).Run(input)
        : nn.functional.max_pool2d(input.permute(0, 3, 1, 2), [poolHeight, poolWidth], [poolHeight, poolWidth]).permute(0, 2, 3, 1);

    protected override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved)
    {
        var output = TensorMemory.New(shape.Batch, shape.OutputHeight, shape.OutputWidth, shape.Channels);
        var places = empty(output.shape, ScalarType.Int16);
        MaxPool2D.Forward(
            shape, TensorMemory.Of(inputs[0]), TensorMemory.Of(output), TensorMemory.Of<ushort>(places), workspace);
        saved.Add(places);
        return output;
    }

    protected override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient)
    {
        var inputGradient = TensorMemory.New(shape.Batch, shape.Height, shape.Width, shape.Channels);
        MaxPool2D.Backward(
            shape, TensorMemory.Of(gradient), TensorMemory.Of<ushort>(saved[0]), TensorMemory.Of(inputGradient), workspace);
        return [inputGradient];
    }

    private static Pool2DShape Shape(long[] input, int poolHeight, int poolWidth) =>
        new((int)input[0], (int)input[1], (int)input[2], (int)input[3], poolHeight, poolWidth);
}
