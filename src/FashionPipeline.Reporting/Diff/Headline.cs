using System.Text.Json.Serialization;

namespace FashionPipeline.Reporting.Diff;

/// <summary>The number that a report is about: the test accuracy of the model that was selected, its mean over seeds.</summary>
/// <param name="ModelBefore">The model that was selected.</param>
/// <param name="ModelNow">The model that is selected.</param>
/// <param name="Before">Its accuracy then, 0 to 1.</param>
/// <param name="Now">Its accuracy now, 0 to 1.</param>
public sealed record Headline(string ModelBefore, string ModelNow, double Before, double Now)
{
    /// <summary>The larger standard deviation over seeds of the two; null where neither has several seeds.</summary>
    public double? Deviation { get; init; }

    /// <summary>McNemar's probability that equally good models differ so much; null where predictions are missing or equal.</summary>
    public double? PValue { get; init; }

    /// <summary>By how much it rose.</summary>
    [JsonIgnore]
    public double Delta => Now - Before;
}
