using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace FashionPipeline.Training.Layers;

/// <summary>A dense layer of our own kernels.</summary>
internal sealed class DenseFunction : SingleTensorFunction<DenseFunction>
{
    public override string Name => nameof(DenseFunction);

    /// <summary>input [batch, features] · kernel [features, units] + bias [units].</summary>
    public static Tensor Apply(Tensor input, Tensor kernel, Tensor bias, bool relu, Workspace workspace) =>
        apply(input, kernel, bias, new Arguments(input.requires_grad, relu, workspace));

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (input, kernel, bias, arguments) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], (Arguments)vars[3]);
        var shape = Shape(input, kernel);
        var output = TensorMemory.New(shape.Batch, shape.Units);
        Dense.Forward(
            shape,
            TensorMemory.Of(input),
            TensorMemory.Of(kernel),
            TensorMemory.Of(bias),
            TensorMemory.Of(output),
            arguments.Relu,
            arguments.Workspace);
        ctx.save_for_backward([input, kernel, output]);
        ctx.save_data(nameof(Arguments), arguments);
        return output;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var arguments = (Arguments)ctx.get_data(nameof(Arguments));
        var saved = ctx.get_saved_variables();
        var (input, kernel, output) = (saved[0], saved[1], saved[2]);
        var shape = Shape(input, kernel);
        var inputGradient = arguments.NeedsInputGradient ? TensorMemory.New(input.shape) : null;
        var kernelGradient = TensorMemory.New(kernel.shape);
        var biasGradient = TensorMemory.New(shape.Units);
        Dense.Backward(
            shape,
            TensorMemory.Of(input),
            TensorMemory.Of(kernel),
            TensorMemory.Of(output),
            TensorMemory.Of(grad_output.contiguous()),
            inputGradient is null ? default : TensorMemory.Of(inputGradient),
            TensorMemory.Of(kernelGradient),
            TensorMemory.Of(biasGradient),
            arguments.Relu,
            arguments.Workspace);
        return [inputGradient!, kernelGradient, biasGradient, null!];
    }

    private static DenseShape Shape(Tensor input, Tensor kernel) => new((int)input.shape[0], (int)kernel.shape[0], (int)kernel.shape[1]);

    private sealed record Arguments(bool NeedsInputGradient, bool Relu, Workspace Workspace);
}
