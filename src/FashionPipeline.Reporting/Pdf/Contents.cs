using FashionPipeline.Reporting.Document;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>The table of contents: sections, dotted leaders, page numbers; each row leads to its section.</summary>
internal static class Contents
{
    // A longer heading wraps, so that a leader is left.
    private const float LongestHeading = 400;

    public static void Compose(IContainer container, IEnumerable<HeadingBlock> sections, Links links) =>
        container.SemanticTableOfContents().Column(column => Compose(column, sections, links));

    private static void Compose(ColumnDescriptor column, IEnumerable<HeadingBlock> sections, Links links)
    {
        column.Spacing(2);
        column.Item().PaddingBottom(4).SemanticCaption().Text("Contents").FontSize(14).Bold();
        foreach (var section in sections)
        {
            var item = column.Item().PaddingLeft((section.Level - 2) * 12).SemanticTableOfContentsItem();
            item.SemanticLink(section.Text).SectionLink(links.Of(section)).Row(row =>
            {
                row.AutoItem().MaxWidth(LongestHeading).Text(section.Text);
                row.RelativeItem().PaddingHorizontal(4).AlignBottom().PaddingBottom(3.5f)
                    .LineHorizontal(0.8f).LineColor(Colors.Grey.Medium).LineDashPattern([0.8f, 2.4f]);
                row.ConstantItem(24).AlignBottom().AlignRight().Text(text => text.BeginPageNumberOfSection(links.Of(section)));
            });
        }
    }
}
