namespace FashionPipeline.Reporting.Diff;

/// <summary>Something in <c>metrics.json</c> that is no number, and differs.</summary>
/// <param name="Name">Its path: <c>selection.model</c>.</param>
/// <param name="Before">What it was; null where it is new.</param>
/// <param name="Now">What it is; null where it is gone.</param>
public sealed record FactChange(string Name, string? Before, string? Now);
