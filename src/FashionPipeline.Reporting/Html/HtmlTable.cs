using System.Xml.Linq;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Html;

/// <summary>A table; one that is wider than the page scrolls by itself, and keys can scroll it.</summary>
internal static class HtmlTable
{
    private const int FewestRows = 4;
    private const int FewestNumbers = 2;
    private const int FoldedColumns = 4;

    /// <summary>The table within its scrolling frame.</summary>
    public static XElement Render(TableBlock block)
    {
        var id = block.Id;
        return new XElement(
            "div",
            new XAttribute("class", "scroll"),
            new XAttribute("role", "region"),
            new XAttribute("aria-labelledby", $"{id}-caption"),
            new XAttribute("tabindex", "0"),
            new XElement(
                "table",
                new XAttribute("id", id),
                Kind(block) is { Length: > 0 } kind ? new XAttribute("class", kind) : null,
                new XElement(
                    "caption",
                    new XAttribute("id", $"{id}-caption"),
                    new XElement("span", new XElement("b", $"Table {block.Number}."), $" {block.Caption}")),
                new XElement("thead", new XElement("tr", block.Columns.Select(Head))),
                new XElement("tbody", block.Rows.SkipLast(block.Totals).Select(row => Row(block, row))),
                block.Totals == 0 ? null : new XElement("tfoot", block.Rows.TakeLast(block.Totals).Select(row => Row(block, row)))));
    }

    private static XElement Head(TableColumn column) =>
        new("th", new XAttribute("scope", "col"), Kind(column), Meaning(column), column.Head);

    // By pointer and by screen reader.
    private static XAttribute[] Meaning(TableColumn column) =>
        column.Meaning is { } meaning ? [new("title", meaning), new("aria-label", meaning)] : [];

    private static XElement Row(TableBlock block, IReadOnlyList<string> cells) => new("tr", cells.Select((text, i) => block.IsRowHead(i)
        ? new XElement("th", new XAttribute("scope", "row"), Kind(block.Columns[i]), HeadOfName(block, i), text)
        : new XElement("td", Kind(block.Columns[i]), new XAttribute("data-head", block.Columns[i].Head), text)));

    // A number alone, such as that of an epoch, does not say what it counts, nor one of two names what it is the name of.
    private static XAttribute? HeadOfName(TableBlock block, int column) =>
        block.Columns[column].IsNumeric || block.Columns.Count(each => each.IsRowHead) > 1
            ? new XAttribute("data-head", block.Columns[column].Head)
            : null;

    // To be sorted, a table needs several rows and several columns of numbers. On a phone, many columns become lines of their own; those of
    // a matrix are narrow enough to stay.
    private static string Kind(TableBlock block)
    {
        var isMatrix = block.Columns.Skip(1).All(column => column.IsNumeric && column.Head.StartsWith('['));
        var isSorted = block.Rows.Count - block.Totals >= FewestRows && block.Columns.Count(column => column.IsNumeric) >= FewestNumbers;
        return string.Join(' ', new[]
        {
            isSorted ? "sorted" : "",
            isMatrix ? "matrix" : block.Columns.Count >= FoldedColumns ? "folded" : "",
        }.Where(kind => kind.Length > 0));
    }

    private static XAttribute? Kind(TableColumn column) =>
        column.IsNumeric ? new XAttribute("class", "number") : column.IsCode ? new XAttribute("class", "code") : null;
}
