namespace FashionPipeline.Reporting.Diff;

/// <summary>A table that differs.</summary>
/// <param name="Name">Its name: <c>confusion-matrix</c>.</param>
/// <param name="State">What became of it.</param>
/// <param name="Count">How many cells differ.</param>
/// <param name="Cells">The first of them; none of a table that is new or gone.</param>
public sealed record TableChange(string Name, ChangeState State, int Count, IReadOnlyList<CellChange> Cells);
