using QuestPDF.Drawing;
using QuestPDF.Elements;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Fluent;

/// <summary>Turns documents into files.</summary>
public static class GenerateExtensions
{
    private const int RasterDpi = 288;
    private const int Lossless = 101;

    /// <summary>Generates a PDF: the same document gives the same bytes.</summary>
    /// <exception cref="Drawing.Exceptions.DocumentLayoutException">Content does not fit.</exception>
    /// <exception cref="InvalidOperationException">No licence is selected.</exception>
    public static byte[] GeneratePdf(this Document document)
    {
        if (Settings.License is null)
        {
            throw new InvalidOperationException("No licence is selected: set QuestPDF.Settings.License before a document is generated.");
        }

        var container = new DocumentContainer();
        document.Compose(container);
        LayoutContext layout;
        using var buffer = new SKDynamicMemoryWStream();
        using (var pdf = SKDocument.CreatePdf(buffer, Describe(document.Metadata)))
        {
            layout = DocumentRenderer.Render(container.Pages, size => pdf.BeginPage(size.Width, size.Height), pdf.EndPage);
            pdf.Close();
        }

        using var data = buffer.DetachAsData();
        var isAccessible = document.Settings.PDFUA_Conformance == PDFUA_Conformance.PDFUA_1;
        return PdfCompletion.Complete(data.ToArray(), layout, document.Metadata, isAccessible);
    }

    // No dates: SkiaSharp writes the machine's own time zone beside any of them, and the bytes would depend on it.
    private static SKDocumentPdfMetadata Describe(DocumentMetadata metadata) => new(RasterDpi, Lossless)
    {
        Title = metadata.Title,
        Author = metadata.Author,
        Subject = metadata.Subject,
        Keywords = metadata.Keywords,
        Creator = metadata.Creator,
        Producer = metadata.Producer,
        PdfA = false,
    };
}
