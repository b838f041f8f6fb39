namespace FashionPipeline.Reporting.Diff;

/// <summary>A paragraph of the report that differs.</summary>
/// <param name="Before">What it was; null where it is new.</param>
/// <param name="Now">What it is; null where it is gone.</param>
public sealed record TextChange(string? Before, string? Now);
