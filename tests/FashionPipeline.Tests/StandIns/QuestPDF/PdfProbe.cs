using FashionPipeline.Reporting.Fonts;
using QuestPDF;
using QuestPDF.Drawing;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace FashionPipeline.Tests.StandIns.QuestPDF;

/// <summary>Generates documents with the report's fonts and reads them back with an independent PDF reader.</summary>
internal static class PdfProbe
{
    internal const float PageWidth = 300;
    internal const float PageHeight = 200;
    internal const float Margin = 20;

    static PdfProbe()
    {
        Settings.License = LicenseType.Community;
        Settings.UseEnvironmentFonts = false;
        CanvasTypefaces.Register(ReportFonts.SansRegular);
        CanvasTypefaces.Register(ReportFonts.SansBold);
        CanvasTypefaces.Register(ReportFonts.MonospacedRegular);
    }

    /// <summary>A document of small pages, 300 x 200 points with a margin of 20.</summary>
    internal static Document Describe(Action<IContainer> content, Action<PageDescriptor>? page = null) =>
        Document.Create(document => document.Page(set =>
        {
            set.Size(PageWidth, PageHeight);
            set.Margin(Margin);
            set.DefaultTextStyle(style => style.FontSize(10).FontFamily(ReportFonts.Sans));
            page?.Invoke(set);
            content(set.Content());
        }));

    internal static PdfDocument Open(Document document) => PdfDocument.Open(document.GeneratePdf());

    /// <summary>The words of each page, with a space between them.</summary>
    internal static string[] Texts(Document document)
    {
        using var pdf = Open(document);
        return [.. pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text)))];
    }

    internal static Word[] Words(Document document)
    {
        using var pdf = Open(document);
        return [.. pdf.GetPages().SelectMany(page => page.GetWords())];
    }
}
