using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FashionPipeline.Reporting.Writing;

/// <summary>How SVG and HTML are written: UTF-8 without a byte order mark, a line an element, LF.</summary>
internal static class Markup
{
    /// <summary>Writes an element and all that is within.</summary>
    /// <param name="element">The root element.</param>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="withDeclaration">Whether it begins with an XML declaration.</param>
    public static void Write(XElement element, Stream stream, bool withDeclaration)
    {
        var settings = new XmlWriterSettings
        {
            // A class may be named with a character that XML does not have: no reason to go without a report.
            CheckCharacters = false,
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = string.Empty,
            NewLineChars = "\n",
            OmitXmlDeclaration = !withDeclaration,
        };
        using var writer = XmlWriter.Create(stream, settings);
        element.Save(writer);
    }
}
