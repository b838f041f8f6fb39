using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>activation(input·kernel + bias): [batch, features] · [features, units] + [units].</summary>
internal sealed class DenseOperation(DenseShape shape, bool relu, bool needsInputGradient, Workspace workspace) : PortableOperation
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

    protected override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved)
    {
        var (input, kernel, bias) = (inputs[0], inputs[1], inputs[2]);
        var output = TensorMemory.New(shape.Batch, shape.Units);
        Dense.Forward(
            shape, TensorMemory.Of(input), TensorMemory.Of(kernel), TensorMemory.Of(bias), TensorMemory.Of(output), relu, workspace);
        saved.AddRange(input, kernel, output);
        return output;
    }

    protected override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient)
    {
        var (input, kernel, output) = (saved[0], saved[1], saved[2]);
        var inputGradient = needsInputGradient ? TensorMemory.New(input.shape) : null;
        var kernelGradient = TensorMemory.New(kernel.shape);
        var biasGradient = TensorMemory.New(shape.Units);
        Dense.Backward(
            shape,
            TensorMemory.Of(input),
            TensorMemory.Of(kernel),
            TensorMemory.Of(output),
            TensorMemory.Of(gradient),
            inputGradient is null ? default : TensorMemory.Of(inputGradient),
            TensorMemory.Of(kernelGradient),
            TensorMemory.Of(biasGradient),
            relu,
            workspace);
        return [inputGradient!, kernelGradient, biasGradient];
    }
}
