using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>activation(input·kernel + bias): [batch, features] · [features, units] + [units].</summary>
internal static class DenseOperation
{
    /// <summary>Applies it; can be differentiated by all three.</summary>
    public static Tensor Apply(Tensor input, Tensor kernel, Tensor bias, Activation activation, Backend backend) => backend.IsPortable
        ? Portable(input, kernel, bias, activation, backend)
        : ActivationOperation.Apply(addmm(bias, input, kernel, 1, 1), activation, backend);

    // The kernel applies relu while it writes; other activations read its output.
    private static Tensor Portable(Tensor input, Tensor kernel, Tensor bias, Activation activation, Backend backend)
    {
        var relu = activation == Activation.Relu;
        var output = DenseFunction.Apply(input, kernel, bias, relu, backend.Workspace);
        return relu ? output : ActivationOperation.Apply(output, activation, backend);
    }
}
