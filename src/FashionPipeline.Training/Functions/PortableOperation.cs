using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace FashionPipeline.Training.Functions;

/// <summary>What our own kernels compute, forwards and backwards, as TorchSharp's autograd asks for it.</summary>
internal abstract class PortableOperation
{
    /// <summary>Computes the output; can be differentiated by each input.</summary>
    public Tensor Run(params ReadOnlySpan<Tensor> inputs) => Autograd.Apply([.. inputs, this]);

    /// <summary>The output of the inputs.</summary>
    /// <param name="inputs">As they were given, contiguous.</param>
    /// <param name="saved">Takes the tensors that the way back needs.</param>
    protected abstract Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved);

    /// <summary>The gradient of each input, in their order; null for one that nobody needs.</summary>
    /// <param name="saved">What was saved.</param>
    /// <param name="gradient">The gradient of the output, contiguous.</param>
    protected abstract List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient);

    private sealed class Autograd : SingleTensorFunction<Autograd>
    {
        private const string Operation = "operation";

        public override string Name => nameof(PortableOperation);

        public static Tensor Apply(object[] arguments) => apply(arguments);

        // The last argument is the operation.
        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            var operation = (PortableOperation)vars[^1];
            var saved = new List<Tensor>();
            var output = operation.Forward(Array.ConvertAll(vars[..^1], input => (Tensor)input), saved);
            ctx.save_for_backward(saved);
            ctx.save_data(Operation, operation);
            return output;
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            var operation = (PortableOperation)ctx.get_data(Operation);
            return [.. operation.Backward(ctx.get_saved_variables(), grad_output.contiguous()), null!];
        }
    }
}
