namespace FashionPipeline.Reporting.Document;

/// <summary>A square table with a class a row and a class a column.</summary>
internal static class ConfusionTable
{
    /// <summary>A column of names and one for each label.</summary>
    public static IReadOnlyList<TableColumn> Columns(IReadOnlyList<string> labelNames) =>
        [new TableColumn("Class", false, 2.6f), .. labelNames.Select((_, label) => new TableColumn($"[{Words.Count(label)}]", true))];

    /// <summary>A row for each label, its cells by true and predicted class.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows(IReadOnlyList<string> labelNames, Func<int, int, string> cell) =>
        labelNames.Select((name, truth) => (IReadOnlyList<string>)[$"{name} [{Words.Count(truth)}]", .. labelNames.Select((_, predicted) => cell(truth, predicted))]);
}
