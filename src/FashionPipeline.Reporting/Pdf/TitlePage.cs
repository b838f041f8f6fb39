using FashionPipeline.Reporting.Document;
using QuestPDF.Fluent;
using QuestPDF.Helpers;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>The first page: title, data set, what stands before the first section with the headline result set off, contents.</summary>
internal static class TitlePage
{
    /// <param name="column">Where to add the page's parts.</param>
    /// <param name="title">The report's title.</param>
    /// <param name="subtitle">What stands below it; may be empty.</param>
    /// <param name="front">Blocks between the title and the first section.</param>
    /// <param name="sections">Headings of the contents.</param>
    /// <param name="body">Composes blocks.</param>
    public static void Compose(
        ColumnDescriptor column,
        HeadingBlock title,
        string subtitle,
        IReadOnlyList<Block> front,
        IReadOnlyList<HeadingBlock> sections,
        PdfBody body)
    {
        column.Item().PaddingTop(70).Section(body.Links.Of(title)).SemanticHeader1().Text(title.Text).FontSize(24).Bold().LineHeight(1.15f);
        if (subtitle.Length > 0)
        {
            column.Item().Text(subtitle).FontSize(13).FontColor(Colors.Grey.Darken2);
        }

        column.Item().PaddingTop(4).PaddingBottom(10).LineHorizontal(2).LineColor(PdfBody.Accent);
        foreach (var block in front)
        {
            body.Compose(column.Item(), block);
        }

        if (sections.Count > 0)
        {
            Contents.Compose(column.Item().PaddingTop(24), sections, body.Links);
        }
    }
}
