using FashionPipeline.Numerics.Kernels;
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
        Activation.Relu => backend.IsPortable ? new Portable<Relu>(backend.Workspace).Run(input) : input.relu(),
        Activation.Sigmoid => backend.IsPortable ? new Portable<Sigmoid>(backend.Workspace).Run(input) : input.sigmoid(),
        Activation.Tanh => backend.IsPortable ? new Portable<Tanh>(backend.Workspace).Run(input) : input.tanh(),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Unknown activation."),
    };

    private sealed class Portable<TFunction>(Workspace workspace) : PortableOperation
        where TFunction : unmanaged, IElementwiseFunction
    {
        protected override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved)
        {
            var output = TensorMemory.New(inputs[0].shape);
            Elementwise.Forward<TFunction>(TensorMemory.Of(inputs[0]), TensorMemory.Of(output), workspace);
            saved.Add(output);
            return output;
        }

        protected override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient)
        {
            var inputGradient = TensorMemory.New(gradient.shape);
            Elementwise.Backward<TFunction>(
                TensorMemory.Of(saved[0]), TensorMemory.Of(gradient), TensorMemory.Of(inputGradient), workspace);
            return [inputGradient];
        }
    }
}
