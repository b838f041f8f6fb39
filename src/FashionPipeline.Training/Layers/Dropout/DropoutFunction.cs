using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace FashionPipeline.Training.Layers;

/// <summary>Inverted dropout by our own kernel; the backward pass draws the same numbers again.</summary>
internal sealed class DropoutFunction : SingleTensorFunction<DropoutFunction>
{
    public override string Name => nameof(DropoutFunction);

    /// <summary>Zeroes what the stream's numbers choose, with probability rate, and divides the rest by 1 - rate.</summary>
    public static Tensor Apply(Tensor input, double rate, RandomStream stream, Workspace workspace) =>
        apply(input, new Arguments(rate, stream, workspace));

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (input, arguments) = ((Tensor)vars[0], (Arguments)vars[1]);
        var output = TensorMemory.New(input.shape);
        Dropout.Forward(TensorMemory.Of(input), TensorMemory.Of(output), arguments.Rate, arguments.Stream, arguments.Workspace);
        ctx.save_data(nameof(Arguments), arguments);
        return output;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var (rate, stream, workspace) = (Arguments)ctx.get_data(nameof(Arguments));
        var inputGradient = TensorMemory.New(grad_output.shape);
        Dropout.Backward(TensorMemory.Of(grad_output.contiguous()), TensorMemory.Of(inputGradient), rate, stream, workspace);
        return [inputGradient, null!];
    }

    private sealed record Arguments(double Rate, RandomStream Stream, Workspace Workspace);
}
