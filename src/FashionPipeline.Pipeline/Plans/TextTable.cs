namespace FashionPipeline.Pipeline.Plans;

/// <summary>Rows of text in columns, for the terminal.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>A line a row: each column as wide as its longest cell, two blanks between, none at the end.</summary>
    /// <param name="rows">The rows, all with as many cells.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var widths = Enumerable.Range(0, rows.FirstOrDefault()?.Count ?? 0).Select(column => rows.Max(row => row[column].Length)).ToList();
        return [.. rows.Select(row => string.Join(Gap, row.Zip(widths, (cell, width) => cell.PadRight(width))).TrimEnd())];
    }
}
