using System.Text;
using System.Xml.Linq;
using QuestPDF.Infrastructure;

namespace QuestPDF.Drawing;

/// <summary>What a file says about itself, in XMP (ISO 16684-1): the same as in its information dictionary, and no time.</summary>
internal static class XmpMetadata
{
    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Accessibility = "http://www.aiim.org/pdfua/ns/id/";

    /// <summary>Writes it in UTF-8.</summary>
    /// <param name="metadata">What to say.</param>
    /// <param name="isAccessible">Whether to claim ISO 14289-1.</param>
    internal static byte[] Write(DocumentMetadata metadata, bool isAccessible)
    {
        var description = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", Dc),
            new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
            new XAttribute(XNamespace.Xmlns + "xmp", Xmp),
            new XAttribute(XNamespace.Xmlns + "pdfuaid", Accessibility),
            List(Dc + "title", "Alt", metadata.Title, new XAttribute(XNamespace.Xml + "lang", "x-default")),
            List(Dc + "creator", "Seq", metadata.Author),
            List(Dc + "description", "Alt", metadata.Subject, new XAttribute(XNamespace.Xml + "lang", "x-default")),
            List(Dc + "language", "Bag", metadata.Language),
            Text(Pdf + "Keywords", metadata.Keywords),
            Text(Pdf + "Producer", metadata.Producer),
            Text(Xmp + "CreatorTool", metadata.Creator),
            Text(Accessibility + "part", isAccessible ? "1" : null));
        var packet = new XElement(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), description));
        return Encoding.UTF8.GetBytes(
            $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet}\n<?xpacket end=\"w\"?>".ReplaceLineEndings("\n"));
    }

    private static XElement? List(XName name, string kind, string? value, XAttribute? language = null) =>
        value is null ? null : new XElement(name, new XElement(Rdf + kind, new XElement(Rdf + "li", language, value)));

    private static XElement? Text(XName name, string? value) => value is null ? null : new XElement(name, value);
}
