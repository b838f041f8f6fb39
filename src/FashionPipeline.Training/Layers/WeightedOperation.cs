using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// An operation on an input, a kernel [..., in, out] and a bias [out]; can be differentiated by all three. It writes the gradients of
/// kernel and bias where their parameters keep them, anew each time and in the same memory: autograd would copy and add. So a
/// parameter belongs to one operation.
/// </summary>
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
        Differentiate(
            TensorMemory.Of(input),
            TensorMemory.Of(kernel),
            TensorMemory.Of(output),
            TensorMemory.Of(gradient),
            inputGradient is null ? default : TensorMemory.Of(inputGradient),
            GradientOf(kernel),
            GradientOf(bias));
        return [inputGradient!, null!, null!];
    }

    private static Span<float> GradientOf(Tensor parameter) =>
        TensorMemory.Of(parameter.grad ?? (parameter.grad = TensorMemory.New(parameter.shape)));
}
