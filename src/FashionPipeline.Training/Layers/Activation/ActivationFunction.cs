using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace FashionPipeline.Training.Layers;

/// <summary>An activation by our own kernels.</summary>
internal sealed class ActivationFunction : SingleTensorFunction<ActivationFunction>
{
    public override string Name => nameof(ActivationFunction);

    /// <summary>Relu, sigmoid or tanh, value by value.</summary>
    public static Tensor Apply(Tensor input, Activation activation, Workspace workspace) => apply(input, new Arguments(activation, workspace));

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (input, arguments) = ((Tensor)vars[0], (Arguments)vars[1]);
        var output = TensorMemory.New(input.shape);
        var source = TensorMemory.Of(input);
        var target = TensorMemory.Of(output);
        switch (arguments.Activation)
        {
            case Activation.Relu: Elementwise.Forward<Relu>(source, target, arguments.Workspace); break;
            case Activation.Sigmoid: Elementwise.Forward<Sigmoid>(source, target, arguments.Workspace); break;
            case Activation.Tanh: Elementwise.Forward<Tanh>(source, target, arguments.Workspace); break;
            default: throw new ArgumentOutOfRangeException(nameof(vars), arguments.Activation, "No function.");
        }

        ctx.save_for_backward([output]);
        ctx.save_data(nameof(Arguments), arguments);
        return output;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var (activation, workspace) = (Arguments)ctx.get_data(nameof(Arguments));
        var inputGradient = TensorMemory.New(grad_output.shape);
        var output = TensorMemory.Of(ctx.get_saved_variables()[0]);
        var gradient = TensorMemory.Of(grad_output.contiguous());
        var target = TensorMemory.Of(inputGradient);
        switch (activation)
        {
            case Activation.Relu: Elementwise.Backward<Relu>(output, gradient, target, workspace); break;
            case Activation.Sigmoid: Elementwise.Backward<Sigmoid>(output, gradient, target, workspace); break;
            case Activation.Tanh: Elementwise.Backward<Tanh>(output, gradient, target, workspace); break;
            default: throw new ArgumentOutOfRangeException(nameof(ctx), activation, "No function.");
        }

        return [inputGradient, null!];
    }

    private sealed record Arguments(Activation Activation, Workspace Workspace);
}
