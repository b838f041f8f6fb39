using System.Globalization;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Benchmarks.Accuracy;

/// <summary>The same figure of several seeds.</summary>
/// <param name="values">One of each seed, at least two.</param>
internal sealed class Sample(IReadOnlyList<double> values)
{
    private readonly MeanAndDeviation spread = MeanAndDeviation.Of(values);

    /// <summary>Their mean.</summary>
    public double Mean => spread.Mean;

    /// <summary>Their standard deviation, n - 1 below the root.</summary>
    public double StandardDeviation => spread.Deviation!.Value;

    /// <summary>Mean ± deviation, and each: <c>0.8866 ± 0.0006 (0.8863, …)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Mean:0.0000} ± {StandardDeviation:0.0000} "
            + $"({string.Join(", ", values.Select(value => value.ToString("0.0000", CultureInfo.InvariantCulture)))})");
}
