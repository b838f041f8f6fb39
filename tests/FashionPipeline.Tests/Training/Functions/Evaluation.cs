using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Native;
using static TorchSharp.torch;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>What an operation gives, and the gradients of Σ weight · output with random weights; null where none was asked for.</summary>
internal sealed record Evaluation(float[] Output, long[] Shape, IReadOnlyList<float[]?> Gradients)
{
    /// <summary>The weights of the outputs in the sum whose gradients are taken.</summary>
    public static float[] OutputWeights(int count) => Numbers.Random(count, seed: 999);

    /// <summary>Evaluates an operation under one arithmetic.</summary>
    public static Evaluation Of(Func<Backend> backend, Func<Backend, Tensor[], Tensor> operation, params Input[] inputs)
    {
        LibTorch.Load();
        using var scope = NewDisposeScope();
        Tensor[] tensors = [.. inputs.Select(input => tensor(input.Values, input.Shape, requires_grad: input.NeedsGradient))];
        var output = operation(backend(), tensors);
        var values = Values(output);
        if (output.requires_grad)
        {
            (output * tensor(OutputWeights(values.Length), output.shape)).sum().backward();
        }

        return new(values, output.shape, [.. tensors.Select(each => each.grad is { } gradient ? Values(gradient) : null)]);
    }

    /// <summary>A copy of a tensor's numbers in row-major order.</summary>
    public static float[] Values(Tensor tensor) => TensorMemory.Of(tensor.detach().contiguous()).ToArray();
}
