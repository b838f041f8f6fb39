using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// Inverted dropout of what a stream's numbers choose, the same under either arithmetic; the way back draws the same numbers again.
/// </summary>
internal sealed class DropoutOperation(double rate, RandomStream stream, Workspace workspace) : PortableOperation
{
    /// <summary>Zeroes what the stream chooses, with probability rate, and divides the rest by 1 - rate; can be differentiated.</summary>
    public static Tensor Apply(Tensor input, double rate, RandomStream stream, Backend backend)
    {
        if (backend.IsPortable)
        {
            return new DropoutOperation(rate, stream, backend.Workspace).Run(input);
        }

        var mask = ones(input.shape, ScalarType.Float32);
        Dropout.Forward(TensorMemory.Of(mask), TensorMemory.Of(mask), rate, stream, backend.Workspace);
        return input * mask;
    }

    protected override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved)
    {
        var output = TensorMemory.New(inputs[0].shape);
        Dropout.Forward(TensorMemory.Of(inputs[0]), TensorMemory.Of(output), rate, stream, workspace);
        return output;
    }

    protected override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient)
    {
        var inputGradient = TensorMemory.New(gradient.shape);
        Dropout.Backward(TensorMemory.Of(gradient), TensorMemory.Of(inputGradient), rate, stream, workspace);
        return [inputGradient];
    }
}
