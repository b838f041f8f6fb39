using System.Xml.Linq;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Html;

/// <summary>A table; one that is wider than the page scrolls by itself, and keys can scroll it.</summary>
internal static class HtmlTable
{
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
                new XElement(
                    "caption",
                    new XAttribute("id", $"{id}-caption"),
                    new XElement("span", new XElement("b", $"Table {block.Number}."), $" {block.Caption}")),
                new XElement("thead", new XElement("tr", block.Columns.Select(Head))),
                new XElement("tbody", block.Rows.SkipLast(block.Totals).Select(row => Row(block, row))),
                block.Totals == 0 ? null : new XElement("tfoot", block.Rows.TakeLast(block.Totals).Select(row => Row(block, row)))));
    }

    private static XElement Head(TableColumn column) =>
        new("th", new XAttribute("scope", "col"), Kind(column), column.Head);

    private static XElement Row(TableBlock block, IReadOnlyList<string> cells) => new("tr", cells.Select((text, i) => i == block.NameColumn
        ? new XElement("th", new XAttribute("scope", "row"), Kind(block.Columns[i]), text)
        : new XElement("td", Kind(block.Columns[i]), text)));

    private static XAttribute? Kind(TableColumn column) =>
        column.IsNumeric ? new XAttribute("class", "number") : column.IsCode ? new XAttribute("class", "code") : null;
}
