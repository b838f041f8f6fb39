using QuestPDF.Drawing;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace QuestPDF.Fluent;

/// <summary>Turns documents into files.</summary>
public static class GenerateExtensions
{
    /// <summary>Generates a PDF: the same document gives the same bytes.</summary>
    /// <exception cref="Drawing.Exceptions.DocumentLayoutException">Content does not fit.</exception>
    public static byte[] GeneratePdf(this IDocument document)
    {
        using var stream = new MemoryStream();
        document.GeneratePdf(stream);
        return stream.ToArray();
    }

    /// <summary>Generates a PDF file; an existing one is replaced.</summary>
    public static void GeneratePdf(this IDocument document, string filePath) => File.WriteAllBytes(filePath, document.GeneratePdf());

    /// <summary>Generates a PDF into a stream, which stays open.</summary>
    public static void GeneratePdf(this IDocument document, Stream stream)
    {
        IReadOnlyList<Bookmark> headings;
        using var buffer = new SKDynamicMemoryWStream();
        using (var pdf = SKDocument.CreatePdf(buffer, Describe(document)))
        {
            headings = DocumentRenderer.Render(document, size => pdf.BeginPage(size.Width, size.Height), pdf.EndPage);
            pdf.Close();
        }

        using var data = buffer.DetachAsData();
        var hasOutline = document.GetSettings().PDFUA_Conformance == PDFUA_Conformance.PDFUA_1;
        stream.Write(PdfUpdate.Apply(data.ToArray(), hasOutline ? headings : [], document.GetMetadata().Language));
    }

    /// <summary>Generates one PNG picture a page.</summary>
    public static IEnumerable<byte[]> GenerateImages(this IDocument document, ImageGenerationSettings? settings = null)
    {
        var scale = (settings ?? ImageGenerationSettings.Default).RasterDpi / (float)DocumentSettings.DefaultRasterDpi;
        var images = new List<byte[]>();
        SKSurface? surface = null;
        DocumentRenderer.Render(document, Begin, End);
        return images;

        SKCanvas Begin(Size size)
        {
            surface = SKSurface.Create(new SKImageInfo((int)MathF.Ceiling(size.Width * scale), (int)MathF.Ceiling(size.Height * scale)));
            surface.Canvas.Scale(scale);
            return surface.Canvas;
        }

        void End()
        {
            using var image = surface!.Snapshot();
            using var png = image.Encode(SKEncodedImageFormat.Png, 100);
            images.Add(png.ToArray());
            surface.Dispose();
        }
    }

    private static SKDocumentPdfMetadata Describe(IDocument document)
    {
        const int Lossless = 101;
        var metadata = document.GetMetadata();
        return new SKDocumentPdfMetadata(document.GetSettings().ImageRasterDpi, Lossless)
        {
            Title = metadata.Title,
            Author = metadata.Author,
            Subject = metadata.Subject,
            Keywords = metadata.Keywords,
            Creator = metadata.Creator,
            Producer = metadata.Producer,
            // No dates: SkiaSharp writes the machine's own time zone beside any of them, and the bytes would depend on it.
            PdfA = false,
        };
    }
}
