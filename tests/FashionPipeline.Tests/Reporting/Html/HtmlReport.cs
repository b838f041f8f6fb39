using System.Text;
using System.Xml;
using System.Xml.Linq;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Html;

namespace FashionPipeline.Tests.Reporting.Html;

/// <summary>The page of a report, as bytes and taken apart.</summary>
internal static class HtmlReport
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>What lies beside the page.</summary>
    public static readonly string[] Files = ["report.pdf", "tables/samples.csv"];

    public static byte[] Bytes(ReportContent content) =>
        HtmlRenderer.ToBytes(ReportDocument.Compose(content), MistakeSheet.Of(content), Files);

    public static XElement Parse(ReportContent content) => Parse(Bytes(content));

    public static XElement Parse(byte[] page)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false, IgnoreWhitespace = true };
        using var reader = XmlReader.Create(new MemoryStream(page), settings);
        return XDocument.Load(reader).Root!;
    }

    public static XElement WithId(this XElement page, string id) =>
        page.Descendants().Single(element => (string?)element.Attribute("id") == id);

    /// <summary>What a reader reads, a line a block; the cells of a row are parted by bars.</summary>
    public static string Text(XElement page)
    {
        var text = new StringBuilder();
        foreach (var element in page.Element("body")!.Descendants())
        {
            var line = element.Name.LocalName switch
            {
                "h1" or "h2" or "h3" => $"\n[{element.Name.LocalName}] {element.Value}",
                "p" or "summary" or "figcaption" or "caption" => element.Value,
                "li" => $"- {element.Value}",
                "tr" => string.Join(" | ", element.Elements().Select(cell => cell.Value)),
                "svg" => $"(figure: {(string?)element.Attribute("aria-label")})",
                _ => null,
            };
            if (line is not null)
            {
                text.Append(line).Append('\n');
            }
        }

        return text.ToString().Trim();
    }
}
