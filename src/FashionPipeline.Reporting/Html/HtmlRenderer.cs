using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Html;

/// <summary>
/// Renders the report as one page of HTML 5 that needs no other file and no network: figures, styles, fonts and its small
/// script are within. It is well-formed XML, too.
/// </summary>
public static class HtmlRenderer
{
    /// <summary>
    /// Renders the blocks: UTF-8 without a byte order mark, LF. The first heading is the report's title. Equal blocks give equal bytes.
    /// </summary>
    /// <param name="blocks">The report.</param>
    /// <param name="mistakes">Images for who looks into the confusion matrix; null for none.</param>
    /// <param name="files">Paths of files that lie beside the page, to which it leads; null for none.</param>
    public static byte[] ToBytes(
        IReadOnlyList<Block> blocks, MistakeSheet? mistakes = null, IReadOnlyCollection<string>? files = null)
    {
        using var stream = new MemoryStream();
        stream.Write("<!DOCTYPE html>\n"u8);
        Markup.Write(HtmlPage.Compose(blocks, mistakes, files ?? []), stream, withDeclaration: false);
        return stream.ToArray();
    }
}
