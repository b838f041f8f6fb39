using System.Globalization;

namespace FashionPipeline.Benchmarks.Accuracy;

/// <summary>The same figure of several seeds.</summary>
/// <param name="Values">One of each seed.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their standard deviation, n - 1 below the root.</param>
internal sealed record Sample(IReadOnlyList<double> Values, double Mean, double StandardDeviation)
{
    /// <summary>Of at least two values.</summary>
    public static Sample Of(IEnumerable<double> values)
    {
        var all = values.ToList();
        var mean = all.Average();
        return new Sample(all, mean, Math.Sqrt(all.Sum(value => (value - mean) * (value - mean)) / (all.Count - 1)));
    }

    /// <summary>Mean ± deviation, and each: <c>0.8866 ± 0.0006 (0.8863, …)</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Mean:0.0000} ± {StandardDeviation:0.0000} ({string.Join(", ", Values.Select(value => value.ToString("0.0000", CultureInfo.InvariantCulture)))})");
}
