using System.Xml.Linq;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Html;

/// <summary>The elements of the blocks.</summary>
/// <param name="anchors">Ids and links.</param>
/// <param name="files">Paths of the files that lie beside the page.</param>
internal sealed class HtmlBlocks(Anchors anchors, IReadOnlyCollection<string> files)
{
    private const int DeepestHeading = 6;

    /// <summary>The element of a block.</summary>
    public XElement Render(Block block) => block switch
    {
        HeadingBlock heading => new XElement(
            $"h{Math.Min(heading.Level, DeepestHeading)}", new XAttribute("id", anchors.Of(heading)), heading.Text),
        ParagraphBlock paragraph => new XElement("p", Anchors.Link(paragraph.Text)),
        ResultBlock result => new XElement("p", new XAttribute("class", "result"), new XElement("b", "Result:"), " ", result.Text),
        NoteBlock note => new XElement("p", new XAttribute("class", "note"), new XAttribute("role", "note"), note.Text),
        ListBlock list => new XElement("ul", list.Items.Select(item => new XElement("li", item))),
        SourcesBlock list => Render(list),
        TableBlock table => HtmlTable.Render(table),
        FigureBlock figure => Render(figure),
        FigureRow row => new XElement("div", new XAttribute("class", "figures"), row.Figures.Select(Render)),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block."),
    };

    private static XElement Render(SourcesBlock list) => new(
        "ol",
        new XAttribute("class", "sources"),
        list.Numbered.Select(source => new XElement(
            "li",
            new XAttribute("id", source.Place.Id),
            source.Source.Text,
            " ",
            new XElement("a", new XAttribute("href", source.Source.Url), source.Source.Url))));

    private XElement Render(FigureBlock block) => new(
        "figure",
        new XAttribute("id", block.Id),
        new XAttribute("data-name", block.Figure.Name),
        new XElement(
            "div",
            new XAttribute("class", "frame"),
            new XAttribute("tabindex", "0"),
            new XAttribute("style", FormattableString.Invariant($"--width:{block.Figure.Width}")),
            block.Figure.ToPage()),
        new XElement(
            "figcaption",
            new XElement("b", $"Figure {block.Number}."),
            $" {block.Caption}",
            Links(block.Figure.Name)));

    // The drawing as files, and its numbers.
    private XElement? Links(string name)
    {
        string[] found = [.. new[] { $"figures/{name}.svg", $"figures/{name}.png", $"tables/{name}.csv" }.Where(files.Contains)];
        return found.Length == 0 ? null : new XElement(
            "span",
            new XAttribute("class", "files"),
            found.Select(file => new XElement(
                "a", new XAttribute("href", file), new XAttribute("title", file), Path.GetExtension(file)[1..].ToUpperInvariant())));
    }
}
