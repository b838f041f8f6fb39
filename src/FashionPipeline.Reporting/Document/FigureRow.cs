namespace FashionPipeline.Reporting.Document;

/// <summary>Narrow figures that follow each other: side by side where the page has room.</summary>
/// <param name="Figures">One or two.</param>
internal sealed record FigureRow(IReadOnlyList<FigureBlock> Figures) : Block
{
    private const int Most = 2;

    /// <summary>The blocks with their narrow figures gathered in rows.</summary>
    public static IEnumerable<Block> Gather(IEnumerable<Block> blocks)
    {
        var row = new List<FigureBlock>();
        foreach (var block in blocks)
        {
            var narrow = block is FigureBlock { Figure.IsNarrow: true } figure ? figure : null;
            if (row.Count == Most || (row.Count > 0 && narrow is null))
            {
                yield return new FigureRow(row);
                row = [];
            }

            if (narrow is null)
            {
                yield return block;
            }
            else
            {
                row.Add(narrow);
            }
        }

        if (row.Count > 0)
        {
            yield return new FigureRow(row);
        }
    }
}
