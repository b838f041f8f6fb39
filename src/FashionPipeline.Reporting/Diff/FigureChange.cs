namespace FashionPipeline.Reporting.Diff;

/// <summary>A figure that differs.</summary>
/// <param name="Name">Its name: <c>confusion-matrix</c>.</param>
/// <param name="State">What became of it.</param>
/// <param name="Share">Which share of its pixels differs, 0 to 1; 1 where the size does.</param>
/// <param name="Before">The file that shows what it was; null where there is none.</param>
/// <param name="Now">The file that shows what it is; null where there is none.</param>
/// <param name="Difference">The file that shows where they differ; null where one of the two is missing.</param>
public sealed record FigureChange(string Name, ChangeState State, double Share, string? Before, string? Now, string? Difference);
