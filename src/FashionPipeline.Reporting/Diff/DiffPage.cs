using System.Globalization;
using System.Text;
using System.Xml.Linq;
using FashionPipeline.Reporting.Html;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Diff;

/// <summary>A difference as one HTML page with all pictures within; nothing is fetched.</summary>
public static class DiffPage
{
    /// <summary>Renders it: UTF-8 without a byte order mark.</summary>
    /// <param name="diff">What differs.</param>
    /// <param name="pictures">The pictures that it names, as PNG.</param>
    public static byte[] Of(ReportDiff diff, IReadOnlyDictionary<string, byte[]> pictures)
    {
        using var stream = new MemoryStream();
        stream.Write("<!DOCTYPE html>\n"u8);
        Markup.Write(Page(diff, pictures), stream, withDeclaration: false);
        stream.Write("\n"u8);
        return stream.ToArray();
    }

    private static XElement Page(ReportDiff diff, IReadOnlyDictionary<string, byte[]> pictures) => HtmlPage.Frame(
        $"{DiffWording.Of(diff.Verdict)}: {DiffWording.Sides(diff)}", PageAssets.Style + DiffPageAssets.Style,
        new XElement("body", new XAttribute("class", "diff"),
            new XElement("main",
                new XElement("h1", DiffWording.Sides(diff).Replace("->", "→", StringComparison.Ordinal)),
                Attributed("p", $"result {diff.Verdict.ToString().ToLowerInvariant()}", new XElement("b", DiffWording.VerdictOf(diff))),
                diff.Notes.Count == 0 ? null : new XElement("ul", diff.Notes.Select(note => new XElement("li", note))),
                Sections(diff, pictures).Where(section => section is not null)),
            new XElement("script", new RawText(DiffPageAssets.Script))));

    private static IEnumerable<XElement?> Sections(ReportDiff diff, IReadOnlyDictionary<string, byte[]> pictures) =>
    [
        diff.CausesOfResults.Count == 0 ? null : Section("Why", Causes(diff.CausesOfResults)),
        diff.CausesOfReport.Count == 0 ? null : new XElement("details",
            new XElement("summary", "Why the report itself reads otherwise"), Causes(diff.CausesOfReport)),
        Table("Metrics", ["Metric", "#Before", "#Now", "#Change", "Verdict"], diff.JudgedMetrics,
            change => [change.Metric, .. DiffWording.Numbers(change), DiffWording.Of(change.Verdict!.Value)]),
        Table("Facts", ["Name", "Before", "Now"], diff.Facts, fact => [fact.Name, fact.Before ?? "–", fact.Now ?? "–"]),
        .. diff.Classes.GroupBy(change => change.Model).Select(Classes),
        .. diff.Predictions.Select(change => Predictions(change, pictures)),
        diff.Figures.Count == 0 ? null : Section("Figures", [.. diff.Figures.Select(figure => Figure(figure, pictures))]),
        diff.Pdf is { } pdf ? Section("PDF", new XElement("p",
            $"Pages that differ: {string.Join(", ", pdf.Different)}. It had {pdf.PagesBefore} pages, and has {pdf.PagesNow}.")) : null,
        Text(diff.Text),
        .. diff.Tables.Select(Table),
        Table("Weights", ["Run", "Tensor", "#Element", "#Before", "#Now"], diff.Weights, change =>
        [
            $"{change.Model}/{change.Seed}", change.Tensor, change.Element?.ToString(CultureInfo.InvariantCulture) ?? "–",
            DiffWording.Number(change.Before), DiffWording.Number(change.Now),
        ]),
        Table("Other numbers", ["Metric", "#Before", "#Now", "#Change"], diff.OtherMetrics,
            change => [change.Metric, .. DiffWording.Numbers(change)]),
    ];

    private static XElement Causes(IReadOnlyList<RootCause> causes) => Rows(["Cause", "Name", "Change", "Steps"], causes, cause =>
        [cause.Kind, cause.Name, DiffWording.Change(cause), DiffWording.Nodes(cause.Nodes)]);

    private static XElement Classes(IGrouping<string, ClassChange> model) => Section($"Classes of {model.Key}",
        new XElement("p", DiffWording.Extremes([.. model])),
        Rows(["Class", "#Before", "#Now", "#Points"], [.. model.OrderByDescending(change => change.Delta)], change =>
            [change.Class, Wording.Percent(change.Before), Wording.Percent(change.Now), DiffWording.Points(change.Delta)]));

    private static XElement Predictions(PredictionChange change, IReadOnlyDictionary<string, byte[]> pictures) =>
        Section($"Predictions of {change.Model}, seed {change.Seed}",
            new XElement("p", DiffWording.Of(change)),
            change.Picture is null ? null : new XElement("figure",
                Image(pictures[change.Picture], "The images, each with its class then and now"),
                new XElement("figcaption", "The images of whose new class the model is surest.")),
            Rows(["Class", "Was taken for", "Is taken for", "#Images"], change.Pairs, pair =>
                [pair.Truth, pair.Before, pair.Now, pair.Count.ToString(CultureInfo.InvariantCulture)]));

    // Both pictures lie over each other; the slider says how much of the later one is seen.
    private static XElement Figure(FigureChange figure, IReadOnlyDictionary<string, byte[]> pictures)
    {
        var caption = new XElement("figcaption", new XElement("b", figure.Name), " ", DiffWording.Of(figure)
            + (figure.Difference is null ? "" : ": left before, right now; below it, these in red"));
        return figure is { Before: { } before, Now: { } now, Difference: { } difference }
            ? new XElement("figure",
                Attributed("div", "swipe", Image(pictures[before], "Before"), Image(pictures[now], "Now"),
                    new XElement("input", new XAttribute("type", "range"), new XAttribute("min", "0"), new XAttribute("max", "100"),
                        new XAttribute("value", "50"), new XAttribute("aria-label", $"How much of the earlier {figure.Name} is seen"))),
                Image(pictures[difference], "Pixels that differ"), caption)
            : new XElement("figure", Image(pictures[(figure.Before ?? figure.Now)!], DiffWording.Of(figure)), caption);
    }

    private static XElement? Text(IReadOnlyList<TextChange> changes) => changes.Count == 0 ? null : Section("Words",
        [.. changes.SelectMany(change => new[] { ("del", change.Before), ("ins", change.Now) })
            .Where(line => line.Item2 is not null).Select(line => new XElement("p", new XElement(line.Item1, line.Item2)))]);

    private static XElement Table(TableChange table) => table.State != ChangeState.Changed
        ? Section($"Table {table.Name}", new XElement("p", $"It is {DiffWording.Of(table.State)}."))
        : Section($"Table {table.Name}",
            new XElement("p", FormattableString.Invariant($"{table.Count} cells differ")
                + (table.Count > table.Cells.Count ? FormattableString.Invariant($"; the first {table.Cells.Count}:") : ":")),
            Rows(["Row", "Column", "#Before", "#Now"], table.Cells, cell =>
                [cell.Row, cell.Column, cell.Before ?? "–", cell.Now ?? "–"]));

    private static XElement? Table<T>(string head, string[] columns, IReadOnlyList<T> rows, Func<T, IReadOnlyList<string>> cells) =>
        rows.Count == 0 ? null : Section(head, Rows(columns, rows, cells));

    private static XElement Section(string head, params IReadOnlyList<XElement?> content) =>
        new("section", new XElement("h2", head), content);

    // A column whose head begins with # holds numbers.
    private static XElement Rows<T>(string[] columns, IReadOnlyList<T> rows, Func<T, IReadOnlyList<string>> cells) =>
        Attributed("div", "scroll", new XElement("table",
            new XElement("thead", new XElement("tr", columns.Select(column => Cell("th", column, column.TrimStart('#'))))),
            new XElement("tbody", rows.Select(row =>
                new XElement("tr", cells(row).Zip(columns, (cell, column) => Cell("td", column, cell)))))));

    private static XElement Cell(string kind, string column, string text) =>
        column.StartsWith('#') ? Attributed(kind, "number", text) : new(kind, text);

    private static XElement Attributed(string name, string kind, params object[] content) =>
        new(name, new XAttribute("class", kind), content);

    private static XElement Image(byte[] picture, string alternative) => new("img",
        new XAttribute("src", $"data:image/png;base64,{Convert.ToBase64String(picture)}"), new XAttribute("alt", alternative));
}
