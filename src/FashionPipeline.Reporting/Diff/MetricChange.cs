using System.Text.Json.Serialization;

namespace FashionPipeline.Reporting.Diff;

/// <summary>A number of <c>metrics.json</c> that differs.</summary>
/// <param name="Metric">Its path: <c>models.cnn.runs.12345.accuracy</c>.</param>
/// <param name="Before">What it was; null where it is new.</param>
/// <param name="Now">What it is; null where it is gone.</param>
/// <param name="Verdict">What that amounts to; null where no tolerance is about it, or one of the two is missing.</param>
public sealed record MetricChange(string Metric, double? Before, double? Now, Verdict? Verdict)
{
    /// <summary>By how much it rose; null where one of the two is missing.</summary>
    [JsonIgnore]
    public double? Delta => Now - Before;
}
