using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Fonts;
using FashionPipeline.Reporting.Pdf;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using PaperSize = QuestPDF.Helpers.PageSize;
using PdfFile = QuestPDF.Fluent.Document;

namespace FashionPipeline.Tests.StandIns.QuestPDF;

/// <summary>Generates documents with the report's fonts and reads them back with an independent PDF reader.</summary>
internal static class PdfProbe
{
    internal const float PageWidth = 300;
    internal const float PageHeight = 200;
    internal const float Margin = 20;

    static PdfProbe()
    {
        // The report's renderer registers its fonts in the way that the package or its stand-in has for it.
        _ = PdfRenderer.ToBytes([new HeadingBlock(1, "Fonts")]);
    }

    /// <summary>A document of small pages, 300 x 200 points with a margin of 20.</summary>
    internal static PdfFile Describe(Action<IContainer> content, Action<PageDescriptor>? page = null) =>
        PdfFile.Create(document => document.Page(set =>
        {
            set.Size(new PaperSize(PageWidth, PageHeight));
            set.MarginHorizontal(Margin);
            set.MarginVertical(Margin);
            set.DefaultTextStyle(style => style.FontSize(10).FontFamily(ReportFonts.Sans));
            page?.Invoke(set);
            content(set.Content());
        }));

    internal static PdfDocument Open(PdfFile document) => PdfDocument.Open(document.GeneratePdf());

    /// <summary>The words of each page, with a space between them.</summary>
    internal static string[] Texts(PdfFile document)
    {
        using var pdf = Open(document);
        return [.. pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];
    }

    internal static Word[] Words(PdfFile document)
    {
        using var pdf = Open(document);
        return [.. pdf.GetPages().SelectMany(page => page.GetWords())];
    }
}
