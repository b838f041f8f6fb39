using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// The sum of two tensors of one shape, value by value. Where both come of one tensor, autograd adds their two gradients: one addition a
/// value, which has the same bits everywhere.
/// </summary>
internal sealed class SumOperation(Workspace workspace) : PortableOperation
{
    /// <summary>Adds them; can be differentiated by both.</summary>
    public static Tensor Apply(Tensor left, Tensor right, Backend backend) =>
        backend.IsPortable ? new SumOperation(backend.Workspace).Run(left, right) : left + right;

    protected override Tensor Forward(ReadOnlySpan<Tensor> inputs, List<Tensor> saved)
    {
        var output = TensorMemory.New(inputs[0].shape);
        Elementwise.Add(TensorMemory.Of(inputs[0]), TensorMemory.Of(inputs[1]), TensorMemory.Of(output), workspace);
        return output;
    }

    protected override List<Tensor> Backward(IReadOnlyList<Tensor> saved, Tensor gradient) => [gradient, gradient];
}
