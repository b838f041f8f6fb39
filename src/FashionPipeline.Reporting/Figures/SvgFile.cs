using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using FashionPipeline.Reporting.Fonts;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Figures;

/// <summary>
/// Makes a drawing of Skia's SVG canvas a file of its own, or a part of a page: named, scalable, with ids that no other figure has.
/// </summary>
internal static partial class SvgFile
{
    // Attributes that hold places and lengths, in points.
    private static readonly HashSet<string> Geometry =
        ["x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "d", "points", "stroke-width"];

    /// <summary>The namespace of SVG.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    /// <summary>The file: UTF-8 without a byte order mark, LF.</summary>
    /// <param name="figure">What was drawn.</param>
    /// <param name="drawing">What Skia wrote, from its beginning.</param>
    /// <param name="values">Shapes that name values, to lie above the drawing.</param>
    public static byte[] ToBytes(Figure figure, Stream drawing, IEnumerable<XElement> values)
    {
        var svg = Read(drawing);
        Rename(svg, figure.Name);
        Tidy(svg);
        Complete(svg, figure, values);
        using var file = new MemoryStream();
        Markup.Write(svg, file, withDeclaration: true);
        return file.ToArray();
    }

    /// <summary>A part of a page that shows a bitmap in place of the drawing.</summary>
    /// <param name="figure">What was drawn.</param>
    /// <param name="png">The bitmap.</param>
    /// <param name="values">Shapes that name values, to lie above it.</param>
    public static XElement OfBitmap(Figure figure, byte[] png, IEnumerable<XElement> values)
    {
        var svg = new XElement(
            Namespace + "svg",
            new XAttribute("class", "bitmap"),
            new XElement(
                Namespace + "image",
                new XAttribute("width", figure.Width),
                new XAttribute("height", figure.Height),
                new XAttribute("href", $"data:image/png;base64,{Convert.ToBase64String(png)}")));
        Complete(svg, figure, values);
        return svg;
    }

    /// <summary>A file as a part of a page.</summary>
    public static XElement Read(Stream file)
    {
        // A class may be named with a character that XML does not have: no reason to go without a report.
        using var reader = XmlReader.Create(file, new XmlReaderSettings { CheckCharacters = false, IgnoreWhitespace = true });
        return XElement.Load(reader);
    }

    private static void Complete(XElement svg, Figure figure, IEnumerable<XElement> values)
    {
        svg.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {figure.Width} {figure.Height}"));
        svg.SetAttributeValue("role", "img");
        svg.SetAttributeValue("aria-label", figure.AlternativeText);
        svg.Add(new XElement(Namespace + "g", new XAttribute("class", "values"), new XAttribute("fill-opacity", "0"), values));
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

    // Half of what Skia writes says again what stands above.
    private static void Tidy(XElement svg)
    {
        ShareClips(svg);
        ShareFonts(svg);
        foreach (var text in svg.Descendants(Namespace + "text"))
        {
            text.Value = text.Value.Trim();
        }

        foreach (var attribute in svg.Descendants().Attributes().Where(attribute => Geometry.Contains(attribute.Name.LocalName)))
        {
            // A browser takes a comma at the end of a list for a fault.
            attribute.Value = Decimals().Replace(attribute.Value, number => Rounded(number.Value)).TrimEnd(' ', ',');
        }
    }

    // Skia clips each shape anew: of equal areas one is left, and shapes that follow each other within it are together.
    private static void ShareClips(XElement svg)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var clip in svg.Descendants(Namespace + "clipPath").ToList())
        {
            var (id, area) = ($"url(#{clip.Attribute("id")!.Value})", string.Concat(clip.Elements()));
            if (!first.TryAdd(area, id))
            {
                same.Add(id, first[area]);
                clip.Remove();
            }
        }

        foreach (var clipped in svg.Descendants().Attributes("clip-path"))
        {
            clipped.Value = same.GetValueOrDefault(clipped.Value, clipped.Value);
        }

        foreach (var group in svg.Descendants(Namespace + "g").ToList())
        {
            while (group.Parent is not null && group.NextNode is XElement next && next.Name == group.Name
                && next.Attributes().Select(Text).SequenceEqual(group.Attributes().Select(Text)))
            {
                group.Add(next.Nodes());
                next.Remove();
            }
        }

        static string Text(XAttribute attribute) => attribute.ToString();
    }

    private static void ShareFonts(XElement svg)
    {
        // Where the embedded family is not at hand: ones that look alike.
        const string Alike = $"{ReportFonts.Sans}, Lato, Helvetica, Arial, sans-serif";
        foreach (var text in svg.Descendants(Namespace + "text").Where(text => text.Attribute("font-family")?.Value == ReportFonts.Sans))
        {
            svg.SetAttributeValue("font-family", Alike);
            text.SetAttributeValue("font-family", null);
        }
    }

    private static string Rounded(string number) =>
        Math.Round(double.Parse(number, CultureInfo.InvariantCulture), 2).ToString("0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d+\.\d+(e-?\d+)?")]
    private static partial Regex Decimals();
}
