using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>Gradients of our own kernels against central differences of the formulas in double, on random shapes.</summary>
public static class FiniteDifferences
{
    // Rounding adds about 1e-16 / 1e-6 to a difference, curvature about 1e-12; a bend of relu or max that lies nearer than that is not met.
    private const double Distance = 1e-6;

    /// <summary>Seeds of random shapes.</summary>
    public static TheoryData<ulong> Seeds { get; } = new(Enumerable.Range(1, 8).Select(seed => (ulong)seed));

    /// <summary>Requires output and gradients of an operation to be those of the formula.</summary>
    internal static void Require(Func<Backend, Tensor[], Tensor> operation, Func<double[][], double[]> formula, params Input[] inputs)
    {
        var portable = Evaluation.Of(Agreement.Portable, operation, inputs);
        double[][] values = [.. inputs.Select(input => input.Values.Select(value => (double)value).ToArray())];
        var output = formula(values);
        var weights = Evaluation.OutputWeights(output.Length);

        Agreement.RequireClose(output, portable.Output, Agreement.OutputTolerance, "output");
        for (var i = 0; i < inputs.Length; i++)
        {
            var expected = new double[values[i].Length];
            for (var j = 0; j < expected.Length; j++)
            {
                var value = values[i][j];
                values[i][j] = value + Distance;
                var above = formula(values);
                values[i][j] = value - Distance;
                var below = formula(values);
                values[i][j] = value;
                expected[j] = above.Select((each, k) => weights[k] * (each - below[k])).Sum() / (2 * Distance);
            }

            Agreement.RequireClose(expected, portable.Gradients[i]!, Agreement.GradientTolerance, $"gradient of input {i}");
        }
    }
}
