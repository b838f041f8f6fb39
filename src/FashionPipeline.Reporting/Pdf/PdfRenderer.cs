using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Fonts;
using QuestPDF;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>
/// Renders the report as PDF: A4, title page with contents, running header, page numbers, bookmarks, numbered captions, vector figures.
/// </summary>
public static class PdfRenderer
{
    private const float TextSize = 9.5f;

    private static readonly Lazy<bool> Fonts = new(RegisterFonts);

    /// <summary>Renders the blocks; the first heading is the report's title. Equal blocks give equal bytes.</summary>
    /// <param name="blocks">The report.</param>
    /// <param name="subtitle">What stands below the title, such as the data set; empty for nothing.</param>
    public static byte[] ToBytes(IReadOnlyList<Block> blocks, string subtitle = "")
    {
        _ = Fonts.Value;
        var title = blocks.OfType<HeadingBlock>().First();
        return QuestPDF.Fluent.Document
            .Create(document => document.Page(page => ComposePage(page, title, subtitle, blocks)))
            .WithMetadata(new DocumentMetadata
            {
                Title = title.Text,
                Author = "FashionPipeline",
                Subject = subtitle.Length > 0 ? subtitle : null,
                Keywords = "reproducible experiment, image classification, model comparison",
                Creator = "FashionPipeline",
                Producer = "FashionPipeline",
                Language = "en",
                CreationDate = DateTimeOffset.UnixEpoch,
                ModifiedDate = DateTimeOffset.UnixEpoch,
            })
            .WithSettings(new DocumentSettings { PDFUA_Conformance = PDFUA_Conformance.PDFUA_1 })
            .GeneratePdf();
    }

    private static bool RegisterFonts()
    {
        Settings.License = LicenseType.Community;
        Settings.UseEnvironmentFonts = false;
        VectorDrawing.RegisterFonts();
        return true;
    }

    private static void ComposePage(PageDescriptor page, HeadingBlock title, string subtitle, IReadOnlyList<Block> blocks)
    {
        page.Size(PageSizes.A4);
        page.MarginHorizontal(2, Unit.Centimetre);
        page.MarginVertical(1.5f, Unit.Centimetre);
        page.DefaultTextStyle(style => style.FontFamily(ReportFonts.Sans).FontSize(TextSize).LineHeight(1.3f));
        page.Header().SkipOnce().PaddingBottom(10).Text(title.Text).FontSize(8).FontColor(Colors.Grey.Darken1);
        page.Content().Column(column =>
        {
            column.Spacing(8);
            ComposeBlocks(column, title, subtitle, blocks);
        });
        page.Footer().PaddingTop(8).AlignCenter().Text(text =>
        {
            text.DefaultTextStyle(style => style.FontSize(8).FontColor(Colors.Grey.Darken1));
            text.CurrentPageNumber();
            text.Span(" / ");
            text.TotalPages();
        });
    }

    private static void ComposeBlocks(ColumnDescriptor column, HeadingBlock title, string subtitle, IReadOnlyList<Block> blocks)
    {
        var body = new PdfBody(new Links(blocks));
        List<Block> others = [.. blocks.Where(block => !ReferenceEquals(block, title))];
        List<Block> front = [.. others.TakeWhile(block => block is not HeadingBlock)];
        TitlePage.Compose(column, title, subtitle, front, [.. others.OfType<HeadingBlock>()], body);
        if (others.Count > front.Count)
        {
            column.Item().PageBreak();
            body.Compose(column, [.. FigureRow.Gather(others[front.Count..])]);
        }
    }
}
