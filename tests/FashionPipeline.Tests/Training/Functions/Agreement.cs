using FashionPipeline.Training;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;
using Workspace = FashionPipeline.Numerics.Kernels.Workspace;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>
/// How near to each other two arithmetics must come. Differences are measured by the largest magnitude of the tensor: float sums have no
/// smaller unit.
/// </summary>
internal static class Agreement
{
    public const double OutputTolerance = 1e-5;
    public const double GradientTolerance = 1e-4;

    public static Backend Portable() => new(Arithmetic.Portable, threads: 2, new Workspace(3));

    public static Backend LibTorch() => new(Arithmetic.Libtorch, threads: 2, new Workspace(1));

    /// <summary>Requires equal shapes, outputs and gradients of an operation under both arithmetics, and gives the portable ones.</summary>
    public static Evaluation Require(Func<Backend, Tensor[], Tensor> operation, params Input[] inputs)
    {
        var portable = Evaluation.Of(Portable, operation, inputs);
        var stock = Evaluation.Of(LibTorch, operation, inputs);

        Assert.Equal(stock.Shape, portable.Shape);
        RequireClose(stock.Output, portable.Output, OutputTolerance, "output");
        for (var i = 0; i < inputs.Length; i++)
        {
            Assert.Equal(inputs[i].NeedsGradient, portable.Gradients[i] is not null);
            Assert.Equal(inputs[i].NeedsGradient, stock.Gradients[i] is not null);
            if (stock.Gradients[i] is { } expected)
            {
                RequireClose(expected, portable.Gradients[i]!, GradientTolerance, $"gradient of input {i}");
            }
        }

        return portable;
    }

    /// <summary>
    /// Requires that no number is farther from the expected one than the tolerance, times the largest magnitude among the expected ones.
    /// </summary>
    public static void RequireClose(float[] expected, float[] found, double tolerance, string what) =>
        RequireClose([.. expected.Select(value => (double)value)], found, tolerance, what);

    /// <summary>The same for expectations in double.</summary>
    public static void RequireClose(double[] expected, float[] found, double tolerance, string what)
    {
        Assert.Equal(expected.Length, found.Length);
        var largest = expected.Select(Math.Abs).DefaultIfEmpty().Max();
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - found[i]) <= tolerance * largest,
                FormattableString.Invariant($"{what}: number {i} of {expected.Length} is {found[i]:R}, expected {expected[i]:R}; ")
                    + FormattableString.Invariant($"the largest magnitude is {largest:R}"));
        }
    }
}
