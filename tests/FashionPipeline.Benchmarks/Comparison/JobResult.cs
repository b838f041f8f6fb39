namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>What one whole run of one side cost and reached.</summary>
/// <param name="Values">Values by the name of the measure, as <see cref="Measure.All"/> lists them.</param>
/// <param name="Versions">What it ran on.</param>
internal sealed record JobResult(IReadOnlyDictionary<string, double> Values, IReadOnlyList<string> Versions);
