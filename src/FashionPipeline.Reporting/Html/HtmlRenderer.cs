using System.Text;
using System.Xml;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Html;

/// <summary>
/// Renders the report as one page of HTML 5 that needs no other file and no network: figures, styles, fonts and its small
/// script are within. It is well-formed XML, too.
/// </summary>
public static class HtmlRenderer
{
    /// <summary>Renders the blocks: UTF-8 without a byte order mark, LF. The first heading is the report's title. Equal blocks give equal bytes.</summary>
    public static byte[] ToBytes(IReadOnlyList<Block> blocks)
    {
        using var stream = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            CheckCharacters = false,
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = string.Empty,
            NewLineChars = "\n",
            OmitXmlDeclaration = true,
        };
        stream.Write("<!DOCTYPE html>\n"u8);
        using (var writer = XmlWriter.Create(stream, settings))
        {
            HtmlPage.Compose(blocks).Save(writer);
        }

        return stream.ToArray();
    }
}
