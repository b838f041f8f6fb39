using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>An operation on an input, a kernel [..., in, out] and a bias [out]; can be differentiated by all three.</summary>
/// <param name="needsInputGradient">False where nobody asks for the gradient of the input.</param>
internal abstract class WeightedOperation(bool needsInputGradient) : PortableOperation
{
    protected abstract Tensor NewOutput();

    protected abstract void Compute(ReadOnlySpan<float> input, ReadOnlySpan<float> kernel, ReadOnlySpan<float> bias, Span<float> output);

    /// <param name="input">The input.</param>
    /// <param name="kernel">The kernel.</param>
    /// <param name="output">What was computed of them.</param>
    /// <param name="outputGradient">The gradient of the output.</param>
    /// <param name="inputGradient">Takes the gradient of the input; empty where nobody asks for it.</param>
    /// <param name="kernelGradient">Takes the gradient of the kernel.</param>
    /// <param name="biasGradient">Takes the gradient of the bias.</param>
    protected abstract void Differentiate(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> kernel,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> kernelGradient,
        Span<float> biasGradient);

    protected sealed override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved)
    {
        var (input, kernel, bias) = (inputs[0], inputs[1], inputs[2]);
        var output = NewOutput();
        Compute(TensorMemory.Of(input), TensorMemory.Of(kernel), TensorMemory.Of(bias), TensorMemory.Of(output));
        saved.AddRange(input, kernel, bias, output);
        return output;
    }

    protected sealed override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient)
    {
        var (input, kernel, bias, output) = (saved[0], saved[1], saved[2], saved[3]);
        var inputGradient = needsInputGradient ? TensorMemory.New(input.shape) : null;
        var kernelGradient = TensorMemory.New(kernel.shape);
        var biasGradient = TensorMemory.New(kernel.shape[^1]);
        Differentiate(
            TensorMemory.Of(input),
            TensorMemory.Of(kernel),
            TensorMemory.Of(output),
            TensorMemory.Of(gradient),
            inputGradient is null ? default : TensorMemory.Of(inputGradient),
            TensorMemory.Of(kernelGradient),
            TensorMemory.Of(biasGradient));
        return [inputGradient!, Keep(kernel, kernelGradient)!, Keep(bias, biasGradient)!];
    }

    /// <summary>Makes a gradient that of its parameter where this has none yet: autograd would copy it. Else autograd adds it.</summary>
    private static Tensor? Keep(Tensor parameter, Tensor gradient)
    {
        if (parameter is not { requires_grad: true, is_leaf: true, grad: null })
        {
            return gradient;
        }

        parameter.grad = gradient;
        return null;
    }
}
