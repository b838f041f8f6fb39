using System.Text;
using QuestPDF.Infrastructure;

namespace QuestPDF.Drawing;

/// <summary>
/// Adds to what Skia drew what its bindings cannot write: links, outline, language, metadata, and for ISO 14289-1 (PDF/UA-1) the
/// structure tree and the marked content of the pages. Fonts, pictures and the like stay as they are.
/// </summary>
internal sealed class PdfCompletion
{
    private readonly SkiaFile skia;
    private readonly LayoutContext layout;
    private readonly DocumentMetadata metadata;
    private readonly bool isAccessible;
    private readonly IReadOnlyList<Bookmark> bookmarks;

    // The new objects: links, then the outline, then the structure tree, then the metadata, then the stream of all but these.
    private readonly int outline;
    private readonly int tree;
    private readonly PdfStructure? structure;

    private PdfCompletion(byte[] drawn, LayoutContext layout, DocumentMetadata metadata, bool isAccessible)
    {
        (skia, this.layout, this.metadata, this.isAccessible) = (new SkiaFile(drawn), layout, metadata, isAccessible);
        bookmarks = isAccessible ? layout.Bookmarks : [];
        outline = skia.Count + layout.Links.Count;
        tree = outline + (bookmarks.Count > 0 ? bookmarks.Count + 1 : 0);
        structure = isAccessible ? new PdfStructure(layout, skia.Pages, skia.Count, tree) : null;
    }

    /// <summary>The whole file.</summary>
    /// <param name="drawn">A PDF as Skia writes it.</param>
    /// <param name="layout">What was drawn.</param>
    /// <param name="metadata">What the file says about itself.</param>
    /// <param name="isAccessible">Whether it has an outline and tags.</param>
    internal static byte[] Complete(byte[] drawn, LayoutContext layout, DocumentMetadata metadata, bool isAccessible) =>
        new PdfCompletion(drawn, layout, metadata, isAccessible).Write();

    private byte[] Write()
    {
        List<string> added =
        [
            .. layout.Links.Select(Annotation),
            .. bookmarks.Count > 0 ? new PdfOutline(bookmarks, skia.Pages, outline).Objects : [],
            .. structure?.Objects ?? [],
        ];
        var description = skia.Count + added.Count;
        var pages = skia.Pages.Index().ToDictionary(page => page.Item, page => page.Index);
        var contents = skia.Pages.Index().ToDictionary(page => skia.ContentOf(page.Item), page => page.Index);
        var file = new PdfFile();
        for (var number = 1; number < skia.Count; number++)
        {
            if (pages.TryGetValue(number, out var page))
            {
                file.Add(number, WithEntries(skia.Dictionary(number), EntriesOfPage(page)));
            }
            else if (contents.TryGetValue(number, out page))
            {
                file.AddPacked(number, "", Encoding.Latin1.GetBytes(Marked(skia.Stream(number), page)));
            }
            else if (number == skia.Root)
            {
                file.Add(number, WithEntries(skia.Dictionary(number), EntriesOfCatalogue(description)));
            }
            else
            {
                file.Add(number, skia.Object(number));
            }
        }

        file.AddStream(description, "/Type /Metadata /Subtype /XML", XmpMetadata.Write(metadata, isAccessible));
        file.AddObjects(description + 1, skia.Count, added);
        return file.End(skia.Root, skia.Info);
    }

    private string Marked(string content, int page) =>
        isAccessible ? PdfMarks.Replace(content, layout.Tagging.Pages[page]) : PdfMarks.Remove(content);

    // Skia has given each page its key in the structure tree's table, its index, though it writes no tree.
    private string EntriesOfPage(int page)
    {
        string[] links = [.. layout.Links.Index().Where(link => link.Item.PageIndex == page)
            .Select(link => PdfText.Reference(skia.Count + link.Index))];
        return links.Length > 0 ? $"\n/Annots [{string.Join(' ', links)}]\n/Tabs /S" : "";
    }

    private string EntriesOfCatalogue(int description) =>
        $"\n/Metadata {PdfText.Reference(description)}"
        + (string.IsNullOrEmpty(metadata.Language) ? "" : $"\n/Lang {PdfText.Of(metadata.Language)}")
        + (bookmarks.Count > 0 ? $"\n/Outlines {PdfText.Reference(outline)}\n/PageMode /UseOutlines" : "")
        + (isAccessible
            ? $"\n/StructTreeRoot {PdfText.Reference(tree)}\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>"
            : "");

    private string Annotation(LinkAnnotation link)
    {
        string[] sides = [.. new[] { link.Area.Left, link.Area.Top, link.Area.Right, link.Area.Bottom }.Select(PdfText.Of)];
        var target = link.Target.IsAddress
            ? $"/A <</Type /Action /S /URI /URI {PdfText.Of(link.Target.Name)}>>"
            : $"/Dest {layout.Sections[link.Target.Name].Write(skia.Pages)}";
        return $"<</Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [{string.Join(' ', sides)}] "
            + $"{target} /Contents {PdfText.Of(link.Description)}"
            + (structure?.KeyOf(link) is { } key ? $" /StructParent {key}" : "")
            + ">>";
    }

    private static string WithEntries(string dictionary, string entries) =>
        dictionary[..dictionary.LastIndexOf(">>", StringComparison.Ordinal)] + entries + ">>";
}
