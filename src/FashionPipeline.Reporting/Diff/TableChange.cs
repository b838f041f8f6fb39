namespace FashionPipeline.Reporting.Diff;

/// <summary>A table that differs.</summary>
/// <param name="Name">Its name: <c>confusion-matrix</c>.</param>
/// <param name="State">In a word: <c>changed</c>, <c>new</c>, <c>gone</c>.</param>
/// <param name="Count">How many cells differ.</param>
/// <param name="Cells">The first of them; none of a table that is new or gone.</param>
public sealed record TableChange(string Name, string State, int Count, IReadOnlyList<CellChange> Cells);
