using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>activation(input·kernel + bias): [batch, features] · [features, units] + [units].</summary>
internal sealed class DenseOperation(DenseShape shape, bool relu, bool needsInputGradient, Workspace workspace)
    : WeightedOperation(needsInputGradient)
{
    /// <summary>Applies it; can be differentiated by all three.</summary>
    public static Tensor Apply(Tensor input, Tensor kernel, Tensor bias, Activation activation, Backend backend)
    {
        if (!backend.IsPortable)
        {
            return ActivationOperation.Apply(addmm(bias, input, kernel, 1, 1), activation, backend);
        }

        // The kernel applies relu while it writes; other activations read its output.
        var relu = activation == Activation.Relu;
        var shape = new DenseShape((int)input.shape[0], (int)kernel.shape[0], (int)kernel.shape[1]);
        var output = new DenseOperation(shape, relu, input.requires_grad, backend.Workspace).Run(input, kernel, bias);
        return relu ? output : ActivationOperation.Apply(output, activation, backend);
    }

    protected override Tensor NewOutput() => TensorMemory.New(shape.Batch, shape.Units);

    protected override void Compute(
        ReadOnlySpan<float> input, ReadOnlySpan<float> kernel, ReadOnlySpan<float> bias, Span<float> output) =>
        Dense.Forward(shape, input, kernel, bias, output, relu, workspace);

    protected override void Differentiate(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> kernel,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> kernelGradient,
        Span<float> biasGradient) =>
        Dense.Backward(
            shape, input, kernel, output, outputGradient, inputGradient, kernelGradient, biasGradient, relu, workspace);
}
