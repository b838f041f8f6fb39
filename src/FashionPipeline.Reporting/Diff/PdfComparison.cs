using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace FashionPipeline.Reporting.Diff;

/// <summary>Compares two PDF files page by page: what each page draws and writes.</summary>
public static class PdfComparison
{
    /// <summary>Which pages differ; null where none does.</summary>
    public static PdfChange? Of(byte[] before, byte[] now)
    {
        using var old = PdfDocument.Open(before);
        using var value = PdfDocument.Open(now);
        var pages = Enumerable.Range(1, Math.Max(old.NumberOfPages, value.NumberOfPages))
            .Where(page => page > old.NumberOfPages || page > value.NumberOfPages
                || !Drawn(old.GetPage(page)).SequenceEqual(Drawn(value.GetPage(page)))).ToList();
        return pages.Count == 0 ? null : new(old.NumberOfPages, value.NumberOfPages, pages);
    }

    private static byte[] Drawn(Page page)
    {
        using var drawn = new MemoryStream();
        foreach (var operation in page.Operations)
        {
            operation.Write(drawn);
        }

        return drawn.ToArray();
    }
}
