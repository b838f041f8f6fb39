namespace FashionPipeline.Reporting.Diff;

/// <summary>One of the two reports.</summary>
/// <param name="Label">Where it is from, as it was asked for: <c>HEAD~1</c>, <c>the working tree</c>.</param>
/// <param name="Experiment">Name of its experiment.</param>
/// <param name="Commit">The commit that it is in; null where it is in none.</param>
public sealed record DiffSide(string Label, string Experiment, string? Commit);
