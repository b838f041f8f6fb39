using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>An activation, value by value. Softmax gives the logits as they are: loss and prediction work on them.</summary>
internal static class ActivationOperation
{
    /// <summary>Applies it; can be differentiated.</summary>
    public static Tensor Apply(Tensor input, Activation activation, Backend backend) => activation switch
    {
        Activation.Linear or Activation.Softmax => input,
        _ => backend.IsPortable ? ActivationFunction.Apply(input, activation, backend.Workspace) : LibTorch(input, activation),
    };

    private static Tensor LibTorch(Tensor input, Activation activation) => activation switch
    {
        Activation.Relu => input.relu(),
        Activation.Sigmoid => input.sigmoid(),
        Activation.Tanh => input.tanh(),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Unknown activation."),
    };
}
