using System.Xml;
using System.Xml.Linq;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Html;

/// <summary>The elements of the blocks.</summary>
internal sealed class HtmlBlocks(Anchors anchors)
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
        TableBlock table => HtmlTable.Render(table),
        FigureBlock figure => Render(figure),
        FigureRow row => new XElement("div", new XAttribute("class", "figures"), row.Figures.Select(Render)),
        _ => throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block."),
    };

    private static XElement Render(FigureBlock block)
    {
        using var svg = XmlReader.Create(new MemoryStream(block.Figure.ToSvg()), new XmlReaderSettings { CheckCharacters = false });
        return new XElement(
            "figure",
            new XAttribute("id", block.Id),
            XElement.Load(svg),
            new XElement("figcaption", new XElement("b", $"Figure {block.Number}."), $" {block.Caption}"));
    }
}
