namespace QuestPDF.Drawing;

/// <summary>A place that the outline or a link leads to.</summary>
/// <param name="PageIndex">Its page, from 0.</param>
/// <param name="Left">Distance from the page's left edge, in points.</param>
/// <param name="FromBottom">Distance from the page's lower edge, in points.</param>
internal sealed record Destination(int PageIndex, float Left, float FromBottom)
{
    /// <summary>The destination in a PDF whose pages are the given objects.</summary>
    internal string Write(IReadOnlyList<int> pages) =>
        $"[{PdfText.Reference(pages[PageIndex])} /XYZ {PdfText.Of(Left)} {PdfText.Of(FromBottom)} null]";
}
