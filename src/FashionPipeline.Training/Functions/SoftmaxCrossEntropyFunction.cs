using FashionPipeline.Numerics.Kernels;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace FashionPipeline.Training.Functions;

/// <summary>Mean cross-entropy of the softmax of logits, by our own kernel.</summary>
internal sealed class SoftmaxCrossEntropyFunction : SingleTensorFunction<SoftmaxCrossEntropyFunction>
{
    private const string Labels = "labels";

    public override string Name => nameof(SoftmaxCrossEntropyFunction);

    /// <summary>Logits [batch, classes] and labels [batch] -> one number, in nats.</summary>
    public static Tensor Apply(Tensor logits, int[] labels) => apply(logits, labels);

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        var (logits, labels) = ((Tensor)vars[0], (int[])vars[1]);
        ctx.save_for_backward([logits]);
        ctx.save_data(Labels, labels);
        return SoftmaxCrossEntropy.Forward(TensorMemory.Of(logits), labels);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        var labels = (int[])ctx.get_data(Labels);
        var logits = ctx.get_saved_variables()[0];
        var gradient = TensorMemory.New(logits.shape);
        SoftmaxCrossEntropy.Backward(TensorMemory.Of(logits), labels, grad_output.item<float>(), TensorMemory.Of(gradient));
        return [gradient, null!];
    }
}
