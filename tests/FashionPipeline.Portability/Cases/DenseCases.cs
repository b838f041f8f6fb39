using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Portability.Cases;

/// <summary>
/// The fully connected layer and its gradients. 59 = 32 + 16 + 8 + 2 + 1 columns: a panel of every width of vectors, a pair of single
/// columns and the last one alone.
/// </summary>
public static class DenseCases
{
    private static readonly Workspace Workspace = new();

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All { get; } =
    [
        new("dense/hidden-layer", () => Layer(new(Batch: 64, Features: 784, Units: 64), relu: true)),
        new("dense/last-layer", () => Layer(new(Batch: 64, Features: 128, Units: 10), relu: false)),
        new("dense/odd-sizes", () => Layer(new(Batch: 33, Features: 71, Units: 59), relu: true)),
        new("dense/odd-sizes-without-relu", () => Layer(new(Batch: 33, Features: 71, Units: 59), relu: false)),
        new("dense/every-number-of-rows", () =>
            [.. Enumerable.Range(1, 16).SelectMany(rows => Layer(new(rows, Features: 32 + rows, Units: 59), relu: true))]),
        new("dense/one-of-everything", () => Layer(new(Batch: 1, Features: 1, Units: 1), relu: false)),
        new("dense/first-layer", () => Layer(new(Batch: 17, Features: 41, Units: 35), relu: true, isFirst: true)),
    ];

    // Nobody needs the gradient of a first layer's input.
    private static byte[] Layer(DenseShape shape, bool relu, bool isFirst = false)
    {
        var (batch, features, units) = (shape.Batch, shape.Features, shape.Units);
        var input = Inputs.Singles(batch * features, seed: 11);
        var kernel = Inputs.Singles(features * units, seed: 12);
        var output = new float[batch * units];
        Dense.Forward(shape, input, kernel, Inputs.Singles(units, seed: 13), output, relu, Workspace);

        var outputGradient = Inputs.Singles(output.Length, seed: 14);
        var inputGradient = new float[isFirst ? 0 : input.Length];
        var kernelGradient = new float[kernel.Length];
        var biasGradient = new float[units];
        Dense.Backward(shape, input, kernel, output, outputGradient, inputGradient, kernelGradient, biasGradient, relu, Workspace);
        return Bits.Of([.. output, .. inputGradient, .. kernelGradient, .. biasGradient]);
    }
}
