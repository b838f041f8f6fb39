namespace FashionPipeline.Reporting.Diff;

/// <summary>A cell of a table that differs.</summary>
/// <param name="Row">What the row is about: the cells that tell it from the others.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Before">What it was; null where the row or the column is new.</param>
/// <param name="Now">What it is; null where the row or the column is gone.</param>
public sealed record CellChange(string Row, string Column, string? Before, string? Now);
