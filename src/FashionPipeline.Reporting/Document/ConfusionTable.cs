namespace FashionPipeline.Reporting.Document;

/// <summary>A square table with a class a row and a class a column.</summary>
internal static class ConfusionTable
{
    // A page has no room for more columns.
    private const int MostClasses = 16;

    /// <summary>Whether a page is wide enough for so many classes.</summary>
    public static bool Fits(IReadOnlyList<string> labelNames) => labelNames.Count <= MostClasses;

    /// <summary>
    /// Adds the table with its cells by true and predicted class, or says where its numbers are where it is too wide for a page.
    /// </summary>
    public static void AddTo(
        DocumentBuilder builder,
        Reference reference,
        string caption,
        IReadOnlyList<string> labelNames,
        Func<int, int, string> cell,
        string? name = null)
    {
        if (!Fits(labelNames))
        {
            builder.Paragraph($"A table of {labelNames.Count} classes is too wide for a page; tables/confusion-matrix.csv has the counts.");
            return;
        }

        builder.Table(
            reference,
            caption,
            [new TableColumn("Class", false, 2.6f), .. labelNames.Select(Column)],
            labelNames.Select((label, truth) =>
                (string[])[$"{label} [{truth}]", .. labelNames.Select((_, predicted) => cell(truth, predicted))]),
            name: name);
    }

    private static TableColumn Column(string name, int label) => new($"[{label}]", true) { Meaning = $"{name} [{label}]" };
}
