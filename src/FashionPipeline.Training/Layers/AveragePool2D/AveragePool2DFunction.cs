using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace FashionPipeline.Training.Layers;

/// <summary>Mean of each window, by our own kernel.</summary>
internal sealed class AveragePool2DFunction : SingleTensorFunction<AveragePool2DFunction>
{
    public override string Name => nameof(AveragePool2DFunction);

    /// <summary>[batch, height, width, channels] -> [batch, height / pool height, width / pool width, channels].</summary>
    public static Tensor Apply(Tensor input, int poolHeight, int poolWidth, Workspace workspace)
    {
        var size = input.shape;
        var shape = new Pool2DShape((int)size[0], (int)size[1], (int)size[2], (int)size[3], poolHeight, poolWidth);
        return apply(input, new Arguments(shape, workspace));
    }

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (input, arguments) = ((Tensor)vars[0], (Arguments)vars[1]);
        var shape = arguments.Shape;
        var output = TensorMemory.New(shape.Batch, shape.OutputHeight, shape.OutputWidth, shape.Channels);
        AveragePool2D.Forward(shape, TensorMemory.Of(input), TensorMemory.Of(output), arguments.Workspace);
        ctx.save_data(nameof(Arguments), arguments);
        return output;
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var (shape, workspace) = (Arguments)ctx.get_data(nameof(Arguments));
        var inputGradient = TensorMemory.New(shape.Batch, shape.Height, shape.Width, shape.Channels);
        AveragePool2D.Backward(shape, TensorMemory.Of(grad_output.contiguous()), TensorMemory.Of(inputGradient), workspace);
        return [inputGradient, null!];
    }

    private sealed record Arguments(Pool2DShape Shape, Workspace Workspace);
}
