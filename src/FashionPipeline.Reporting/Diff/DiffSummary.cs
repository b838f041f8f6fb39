namespace FashionPipeline.Reporting.Diff;

/// <summary>A difference in a few lines for the terminal.</summary>
public static class DiffSummary
{
    private const int Most = 10;

    /// <summary>The lines: the verdict first, then causes, metrics, classes, predictions, and how much else differs.</summary>
    public static IReadOnlyList<string> Lines(ReportDiff diff) =>
    [
        DiffWording.VerdictOf(diff),
        DiffWording.Sides(diff),
        .. Few(diff.Causes, cause => $"cause   {cause.Kind}  {$"{cause.Name} {DiffWording.Change(cause)}".Trim()}"
            + $"  ({DiffWording.Nodes(cause.Nodes)})", "cause"),
        .. Few([.. diff.Facts.Select(fact => $"metric  {fact.Name}  {fact.Before ?? "–"} -> {fact.Now ?? "–"}")], line => line, "fact"),
        .. Few(diff.JudgedMetrics,
            change => $"metric  {DiffWording.Of(change)}  {DiffWording.Of(change.Verdict!.Value)}", "metric"),
        .. diff.Classes.GroupBy(change => change.Model).Select(model => $"classes {model.Key}  {DiffWording.Extremes([.. model])}"),
        .. Few(diff.Predictions, change => $"images  {DiffWording.Of(change)}", "run"),
        .. Count(diff.OtherMetrics.Count, "other number"),
        .. diff.Tables.Select(table => $"table   {table.Name}  "
            + (table.State == ChangeState.Changed ? FormattableString.Invariant($"{table.Count} cells") : DiffWording.Of(table.State))),
        .. Count(diff.Text.Count, "paragraph"),
        .. diff.Figures.Select(figure => $"figure  {figure.Name}  {DiffWording.Of(figure)}"),
        .. diff.Pdf is { } pdf
            ? [FormattableString.Invariant($"pdf     pages {string.Join(", ", pdf.Different)} of {pdf.PagesNow}")] : Array.Empty<string>(),
        .. Few(diff.Weights, change => $"weights {change.Model}/{change.Seed}  {change.Tensor}  " + (change.Element is { } element
            ? FormattableString.Invariant($"most at element {element}, {DiffWording.Number(change.Before)} -> ")
                + DiffWording.Number(change.Now)
            : "new, gone or of another shape"),
            "tensor"),
        .. diff.Notes.Select(note => $"note    {note}"),
    ];

    private static IEnumerable<string> Few<T>(IReadOnlyList<T> items, Func<T, string> line, string name) =>
        [.. items.Take(Most).Select(line), .. items.Count > Most ? Count(items.Count - Most, $"more {name}") : []];

    private static IEnumerable<string> Count(int count, string name) =>
        count == 0 ? [] : [FormattableString.Invariant($"and     {count} {name}{(count == 1 ? "" : "s")}")];
}
