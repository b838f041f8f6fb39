using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Fonts;
using QuestPDF;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>Renders the report as PDF: A4, running header, page numbers, numbered captions, vector figures.</summary>
public static class PdfRenderer
{
    private const float TextSize = 9.5f;

    private static readonly Lazy<bool> Fonts = new(RegisterFonts);

    /// <summary>Renders the blocks; the first is the report's title. Equal blocks give equal bytes.</summary>
    public static byte[] ToBytes(IReadOnlyList<Block> blocks)
    {
        _ = Fonts.Value;
        var title = blocks.OfType<HeadingBlock>().First().Text;
        return QuestPDF.Fluent.Document
            .Create(document => document.Page(page => ComposePage(page, title, blocks)))
            .WithMetadata(new DocumentMetadata
            {
                Title = title,
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

    private static void ComposePage(PageDescriptor page, string title, IReadOnlyList<Block> blocks)
    {
        page.Size(PageSizes.A4);
        page.MarginHorizontal(2, Unit.Centimetre);
        page.MarginVertical(1.5f, Unit.Centimetre);
        page.DefaultTextStyle(style => style.FontFamily(ReportFonts.Sans).FontSize(TextSize).LineHeight(1.3f));
        page.Header().SkipOnce().PaddingBottom(10).Text(title).FontSize(8).FontColor(Colors.Grey.Darken1);
        page.Content().Column(column =>
        {
            column.Spacing(8);
            foreach (var group in Group(blocks))
            {
                Compose(column, group);
            }
        });
        page.Footer().PaddingTop(8).AlignCenter().Text(text =>
        {
            text.DefaultTextStyle(style => style.FontSize(8).FontColor(Colors.Grey.Darken1));
            text.CurrentPageNumber();
            text.Span(" / ");
            text.TotalPages();
        });
    }

    // A heading stays with its paragraphs and the first table or figure after them.
    private static IEnumerable<IReadOnlyList<Block>> Group(IReadOnlyList<Block> blocks)
    {
        var group = new List<Block>();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock && group.Exists(member => member is not HeadingBlock))
            {
                yield return group;
                group = [];
            }

            group.Add(block);
            if (block is TableBlock or FigureBlock || group[0] is not HeadingBlock)
            {
                yield return group;
                group = [];
            }
        }

        if (group.Count > 0)
        {
            yield return group;
        }
    }

    private static void Compose(ColumnDescriptor column, IReadOnlyList<Block> group)
    {
        var item = column.Item();
        if (group is [var single])
        {
            Compose(item, single);
            return;
        }

        item.PreventPageBreak().Column(inner =>
        {
            inner.Spacing(6);
            foreach (var block in group)
            {
                Compose(inner.Item(), block);
            }
        });
    }

    private static void Compose(IContainer container, Block block)
    {
        switch (block)
        {
            case HeadingBlock { Level: 1 } heading:
                container.PaddingTop(10).PaddingBottom(8).SemanticHeader1().Text(heading.Text).FontSize(22).Bold();
                break;
            case HeadingBlock heading:
                container.PaddingTop(10).SemanticHeader2().Text(heading.Text).FontSize(14).Bold();
                break;
            case ParagraphBlock paragraph:
                container.Text(paragraph.Text);
                break;
            case NoteBlock note:
                container.Background("#FFECB3").Padding(8).Text(note.Text).Bold();
                break;
            case ListBlock list:
                Compose(container, list);
                break;
            case TableBlock table:
                PdfTable.Compose(container, table);
                break;
            case FigureBlock figure:
                Compose(container, figure);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block.");
        }
    }

    private static void Compose(IContainer container, ListBlock list) => container.Column(column =>
    {
        column.Spacing(3);
        foreach (var text in list.Items)
        {
            column.Item().Row(row =>
            {
                row.ConstantItem(12).Text("•");
                row.RelativeItem().Text(text);
            });
        }
    });

    private static void Compose(IContainer container, FigureBlock block) => container.ShowEntire().Column(column =>
    {
        column.Spacing(3);
        column.Item().AlignCenter().SemanticFigure(block.Figure.AlternativeText).Figure(block.Figure);
        column.Item().AlignCenter().Text(text =>
        {
            text.DefaultTextStyle(style => style.FontSize(8.5f));
            text.Span($"Figure {Words.Count(block.Number)}. ").Bold();
            text.Span(block.Caption);
        });
    });
}
