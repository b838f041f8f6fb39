using System.Globalization;
using System.Text;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Diff;

/// <summary>
/// A difference as GitHub-flavoured Markdown: the verdict in sight, details folded, 60,000 characters at most, which a comment can hold.
/// Whatever is of an experiment or a file stands in code, where no text is a link, a mention or markup.
/// </summary>
public static class DiffMarkdown
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 60_000;

    private const int MostRows = 100;
    private const int MostOpen = 20;
    private const string LeftOut = "\n*More differs than there is room for here: diff.html has all of it.*\n";

    /// <summary>Renders it.</summary>
    /// <param name="diff">What differs.</param>
    /// <param name="pictures">The folder or address of the pictures; null where they are left out.</param>
    public static string Of(ReportDiff diff, string? pictures)
    {
        var text = new StringBuilder();
        foreach (var part in Parts(diff, pictures).Where(part => part.Length > 0))
        {
            if (text.Length + part.Length + LeftOut.Length > Longest)
            {
                return text.Append(LeftOut).ToString();
            }

            text.Append(text.Length == 0 ? "" : "\n").Append(part);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Parts(ReportDiff diff, string? pictures) =>
    [
        Head(diff),
        Causes("Why", diff.CausesOfResults, isOpen: diff.CausesOfResults.Count <= MostOpen),
        Causes("Why the report itself reads otherwise", diff.CausesOfReport, isOpen: false),
        Table("Metrics", ["Metric", "Before", "Now", "Change", ""], diff.JudgedMetrics, change =>
            [Code(change.Metric), .. DiffWording.Numbers(change), DiffWording.Of(change.Verdict!.Value)], isOpen: true),
        Table("Facts", ["Name", "Before", "Now"], diff.Facts, fact => [Code(fact.Name), Code(fact.Before), Code(fact.Now)], isOpen: true),
        .. diff.Classes.GroupBy(change => change.Model).Select(Classes),
        .. diff.Predictions.Select(change => Predictions(change, pictures)),
        .. diff.Figures.Select(figure => Figure(figure, pictures)),
        Table("Other numbers", ["Metric", "Before", "Now", "Change"], diff.OtherMetrics, change =>
            [Code(change.Metric), .. DiffWording.Numbers(change)]),
        .. diff.Tables.Select(Table),
        Text(diff.Text),
        Table("Weights", ["Run", "Tensor", "Element", "Before", "Now"], diff.Weights, change =>
        [
            Code($"{change.Model}/{change.Seed}"), Code(change.Tensor), change.Element?.ToString(CultureInfo.InvariantCulture) ?? "–",
            DiffWording.Number(change.Before), DiffWording.Number(change.Now),
        ]),
        diff.Pdf is { } pdf ? $"Pages of the PDF that differ: {string.Join(", ", pdf.Different)} of {pdf.PagesNow}.\n" : "",
        string.Concat(diff.Notes.Select(note => $"- {Code(note)}\n")),
    ];

    private static string Head(ReportDiff diff)
    {
        var mark = diff.Verdict switch
        {
            Verdict.Equal => "🟰",
            Verdict.Better => "🟢",
            Verdict.Worse => "🔴",
            _ => "🟡",
        };
        var verdict = DiffWording.Of(diff.Verdict);
        var others = DiffWording.VerdictOf(diff)[$"{verdict}: {DiffWording.Of(diff.Headline)}".Length..].TrimStart(';', ' ');
        return $"### {mark} {char.ToUpperInvariant(verdict[0])}{verdict[1..]}: {Code(DiffWording.Of(diff.Headline))}\n\n"
            + $"{Code(DiffWording.Sides(diff))}\n" + (others.Length == 0 ? "" : $"\n{Code(others)}\n");
    }

    private static string Causes(string head, IReadOnlyList<RootCause> causes, bool isOpen) =>
        Table(head, ["Cause", "Name", "Change", "Steps"], causes, cause =>
            [Code(cause.Kind), Code(cause.Name), Code(DiffWording.Change(cause)), Code(DiffWording.Nodes(cause.Nodes))], isOpen: isOpen);

    private static string Classes(IGrouping<string, ClassChange> model) =>
        Table($"Classes of {Code(model.Key)}, {Code(DiffWording.Extremes([.. model]))}", ["Class", "Before", "Now", "Points"],
            [.. model.OrderByDescending(change => change.Delta)], change =>
            [Code(change.Class), Wording.Percent(change.Before), Wording.Percent(change.Now), DiffWording.Points(change.Delta)]);

    private static string Predictions(PredictionChange change, string? pictures) =>
        Table($"Predictions of {Code($"{change.Model}/{change.Seed}")}", ["Class", "Was taken for", "Is taken for", "Images"],
            change.Pairs, pair => [Code(pair.Truth), Code(pair.Before), Code(pair.Now), pair.Count.ToString(CultureInfo.InvariantCulture)],
            Code(DiffWording.Of(change)), after: change.Picture is null || pictures is null ? ""
                : $"\n![The images of whose new class the model is surest]({pictures}/{change.Picture})\n");

    private static string Figure(FigureChange figure, string? pictures)
    {
        var head = $"Figure {Code(figure.Name)}: {DiffWording.Of(figure)}";
        string?[] shown = [figure.Before, figure.Now, figure.Difference];
        return pictures is null ? $"- {head}\n"
            : Folded(head, "| Before | Now | Difference |\n| --- | --- | --- |\n| "
                + string.Join(" | ", shown.Select(picture => picture is null ? "–" : $"![]({pictures}/{picture})")) + " |\n");
    }

    private static string Table(TableChange table) => table.State != ChangeState.Changed
        ? $"- Table {Code(table.Name)} is {DiffWording.Of(table.State)}\n"
        : Table($"Table {Code(table.Name)}: {table.Count.ToString(CultureInfo.InvariantCulture)} cells", ["Row", "Column", "Before", "Now"],
            table.Cells, cell => [Code(cell.Row), Code(cell.Column), Code(cell.Before), Code(cell.Now)]);

    private static string Text(IReadOnlyList<TextChange> changes)
    {
        if (changes.Count == 0)
        {
            return "";
        }

        var lines = changes.SelectMany(change => new[] { ("-", change.Before), ("+", change.Now) })
            .Where(line => line.Item2 is not null).Select(line => $"{line.Item1} {OneLine(line.Item2!)}").ToList();
        var fence = new string('`', Math.Max(3, lines.Max(LongestRunOfBackticks) + 1));
        return Folded(
            FormattableString.Invariant($"Words: {changes.Count} paragraphs"), $"{fence}diff\n{string.Join('\n', lines)}\n{fence}\n");
    }

    private static string Table<T>(string head, string[] columns, IReadOnlyList<T> rows, Func<T, IEnumerable<string>> cells,
        string before = "", string after = "", bool isOpen = false)
    {
        if (rows.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder(before.Length == 0 ? "" : $"{before}\n\n");
        foreach (var row in rows.Take(MostRows).Select(cells).Prepend(columns.Select(_ => "---")).Prepend(columns))
        {
            text.Append("| ").AppendJoin(" | ", row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        if (rows.Count > MostRows)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nand {rows.Count - MostRows} more\n");
        }

        text.Append(after);
        return isOpen ? $"#### {head}\n\n{text}" : Folded(head, text.ToString());
    }

    // Within a summary Markdown is not read, markup is.
    private static string Folded(string head, string text) =>
        $"<details><summary>{AsMarkup(head)}</summary>\n\n{text}\n</details>\n";

    private static string AsMarkup(string head)
    {
        var parts = head.Split('`');
        return string.Concat(parts.Select((part, i) => i % 2 == 0 ? Escaped(part) : $"<code>{Escaped(part)}</code>"));
    }

    private static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Code(string? text) => string.IsNullOrWhiteSpace(text) ? "–"
        : $"`{OneLine(text).Replace('`', '\'')}`";

    // Some characters are not seen, or turn the text around them to the other direction.
    private static string OneLine(string text) => string.Concat(text.Select(letter =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : letter));

    private static int LongestRunOfBackticks(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
