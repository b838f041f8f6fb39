using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using FashionPipeline.Reporting.Fonts;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Figures;

/// <summary>
/// Makes a drawing of Skia's SVG canvas a file of its own, or a part of a page: named, scalable, with ids that no other figure has.
/// </summary>
internal static class SvgFile
{
    /// <summary>The namespace of SVG.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>The file: UTF-8 without a byte order mark, LF.</summary>
    /// <param name="figure">What was drawn.</param>
    /// <param name="drawing">What Skia wrote, from its beginning.</param>
    /// <param name="values">Shapes that name values, to lie above the drawing.</param>
    public static byte[] ToBytes(Figure figure, Stream drawing, IEnumerable<XElement> values)
    {
        // A class may be named with a character that XML does not have: no reason to go without a report.
        using var reader = XmlReader.Create(drawing, new XmlReaderSettings { CheckCharacters = false, IgnoreWhitespace = true });
        var svg = XDocument.Load(reader).Root!;
        svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {figure.Width} {figure.Height}"));
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", figure.AlternativeText);
        Rename(svg, figure.Name);
        Tidy(svg);
        svg.Add(new XElement(Namespace + "g", new XAttribute("class", "values"), new XAttribute("fill-opacity", "0"), values));
        using var file = new MemoryStream();
        Markup.Write(svg, file, withDeclaration: true);
        return file.ToArray();
    }

    // Skia counts its ids through the whole process: count them anew in each figure.
    private static void Rename(XElement svg, string name)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in svg.Descendants().Attributes("id"))
        {
            var renamed = string.Create(CultureInfo.InvariantCulture, $"{name}-{ids.Count}");
            ids.Add(id.Value, renamed);
            id.Value = renamed;
        }

        foreach (var attribute in svg.Descendants().Attributes())
        {
            var target = attribute.Value.StartsWith("url(#", StringComparison.Ordinal) ? attribute.Value[5..^1]
                : attribute.Value.StartsWith('#') ? attribute.Value[1..] : string.Empty;
            if (ids.TryGetValue(target, out var renamed))
            {
                attribute.Value = attribute.Value.Replace(target, renamed, StringComparison.Ordinal);
            }
        }
    }

    private static void Tidy(XElement svg)
    {
        foreach (var text in svg.Descendants(Namespace + "text"))
        {
            text.Value = text.Value.Trim();
            foreach (var places in text.Attributes().Where(attribute => attribute.Name == "x" || attribute.Name == "y"))
            {
                // A browser takes a comma at the end of a list for a fault.
                places.Value = places.Value.TrimEnd(' ', ',');
            }

            if (text.Attribute("font-family") is { } family)
            {
                // Where the embedded family is not at hand: ones that look alike.
                const string Alike = $"{ReportFonts.Sans}, Lato, Helvetica, Arial, sans-serif";
                family.Value = family.Value.Replace(ReportFonts.Sans, Alike, StringComparison.Ordinal);
            }
        }
    }
}
