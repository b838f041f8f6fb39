using System.Globalization;
using System.Xml.Linq;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Figures;

/// <summary>A figure as its SVG has it: what is written, what is drawn, and the values that a pointer shows.</summary>
internal sealed class DrawnFigure
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private readonly XElement root;

    private DrawnFigure(byte[] svg) => root = XDocument.Load(new MemoryStream(svg)).Root!;

    /// <summary>All texts, in the order in which they are drawn.</summary>
    public IReadOnlyList<string> Texts => [.. root.Descendants(Svg + "text").Select(text => text.Value)];

    /// <summary>What a pointer is told.</summary>
    public IReadOnlyList<string> Values => [.. Titles.Select(title => title.Value)];

    private IEnumerable<XElement> Titles => root.Descendants(Svg + "title");

    /// <summary>The figure of a name in a report.</summary>
    public static DrawnFigure Of(ReportContent content, string name) => new(
        ReportDocument.Compose(content).OfType<FigureBlock>().Single(block => block.Figure.Name == name).Figure.ToSvg());

    /// <summary>An attribute of the shape over a value, in points.</summary>
    public double Place(string value, string attribute) => double.Parse(
        Titles.Single(title => title.Value == value).Parent!.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    /// <summary>How many shapes, of a kind, have an attribute of a value.</summary>
    public int Count(string shape, string attribute, string value) =>
        root.Descendants(Svg + shape).Count(element => (string?)element.Attribute(attribute) == value);

    /// <summary>How many bitmaps there are.</summary>
    public int Images => root.Descendants(Svg + "image").Count();
}
