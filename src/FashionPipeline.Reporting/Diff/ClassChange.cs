using System.Text.Json.Serialization;

namespace FashionPipeline.Reporting.Diff;

/// <summary>Which share of a class's images a model classifies correctly: its recall, the mean over seeds.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Class">Name of the class.</param>
/// <param name="Before">What it was, 0 to 1.</param>
/// <param name="Now">What it is, 0 to 1.</param>
public sealed record ClassChange(string Model, string Class, double Before, double Now)
{
    /// <summary>By how much it rose.</summary>
    [JsonIgnore]
    public double Delta => Now - Before;
}
