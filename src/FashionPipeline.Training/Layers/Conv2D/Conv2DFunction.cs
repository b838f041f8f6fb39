using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace FashionPipeline.Training.Layers;

/// <summary>A convolution of our own kernels.</summary>
internal sealed class Conv2DFunction : SingleTensorFunction<Conv2DFunction>
{
    public override string Name => nameof(Conv2DFunction);

    /// <summary>input [batch, height, width, channels] with kernel [height, width, channels, filters] and bias [filters].</summary>
    public static Tensor Apply(Tensor input, Tensor kernel, Tensor bias, bool same, bool relu, Workspace workspace) =>
        apply(input, kernel, bias, new Arguments(input.requires_grad, same, relu, workspace));

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (input, kernel, bias, arguments) = ((Tensor)vars[0], (Tensor)vars[1], (Tensor)vars[2], (Arguments)vars[3]);
        var shape = Shape(input, kernel, arguments.Same);
        var output = TensorMemory.New(shape.Batch, shape.OutputHeight, shape.OutputWidth, shape.Filters);
        Conv2D.Forward(
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
        var shape = Shape(input, kernel, arguments.Same);
        var inputGradient = arguments.NeedsInputGradient ? TensorMemory.New(input.shape) : null;
        var kernelGradient = TensorMemory.New(kernel.shape);
        var biasGradient = TensorMemory.New(shape.Filters);
        Conv2D.Backward(
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

    private static Conv2DShape Shape(Tensor input, Tensor kernel, bool same) => new(
        (int)input.shape[0],
        (int)input.shape[1],
        (int)input.shape[2],
        (int)input.shape[3],
        (int)kernel.shape[3],
        (int)kernel.shape[0],
        (int)kernel.shape[1],
        same);

    private sealed record Arguments(bool NeedsInputGradient, bool Same, bool Relu, Workspace Workspace);
}
