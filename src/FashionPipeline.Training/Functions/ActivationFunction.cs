using FashionPipeline.Training.Networks;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Functions;

/// <summary>Activations of tensors.</summary>
internal static class ActivationFunction
{
    /// <summary>The activation, value by value. Softmax gives the logits as they are: loss and prediction work on them.</summary>
    public static Tensor Apply(Activation activation, Tensor values) => activation switch
    {
        Activation.Linear or Activation.Softmax => values,
        Activation.Relu => values.relu(),
        Activation.Sigmoid => values.sigmoid(),
        Activation.Tanh => values.tanh(),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Unknown activation."),
    };
}
