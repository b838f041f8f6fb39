using FashionPipeline.Reporting.Document;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>The report's blocks on the page.</summary>
internal sealed class PdfBody(Links links)
{
    // Less than this of a section, in points, is not worth beginning it at the foot of a page.
    private const float LeastOfASection = 80;

    // No first line of a paragraph stands alone at the foot of a page.
    private const float TwoLines = 26;

    private const float FigureGap = 12;

    /// <summary>Colour of what is set off.</summary>
    public const string Accent = "#0072B2";

    /// <summary>Names of the places that the blocks are.</summary>
    public Links Links { get; } = links;

    /// <summary>
    /// Adds blocks one below the other. A heading never stands alone at the foot of a page, and text flows past a figure or a short
    /// table that moves to the next one.
    /// </summary>
    public void Compose(ColumnDescriptor column, IReadOnlyList<Block> blocks)
    {
        foreach (var group in Group(blocks))
        {
            if (group is [var single])
            {
                Compose(Floats(single) ? column.Item().Float() : column.Item(), single);
                continue;
            }

            column.Item().EnsureSpace(LeastOfASection).Column(inner =>
            {
                inner.Spacing(6);
                foreach (var block in group)
                {
                    Compose(inner.Item(), block);
                }
            });
        }
    }

    /// <summary>Fills a container with a block.</summary>
    public void Compose(IContainer container, Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Compose(container, heading);
                break;
            case ParagraphBlock paragraph:
                container.EnsureSpace(TwoLines).Text(text => Links.Write(text, paragraph.Text));
                break;
            case ResultBlock result:
                Compose(container, result);
                break;
            case NoteBlock note:
                container.Background("#FFECB3").Padding(8).Text(text =>
                {
                    text.Span("Note: ").Bold();
                    text.Span(note.Text);
                });
                break;
            case ListBlock list:
                Compose(container, list);
                break;
            case SourcesBlock list:
                Compose(container, list);
                break;
            case TableBlock table:
                PdfTable.Compose(container, table);
                break;
            case FigureBlock figure:
                Compose(container, figure);
                break;
            case FigureRow figures:
                container.ShowEntire().Row(row =>
                {
                    row.Spacing(FigureGap);
                    foreach (var figure in figures.Figures)
                    {
                        Compose(row.RelativeItem(), figure);
                    }
                });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "Unknown block.");
        }
    }

    private static bool Floats(Block block) =>
        block is FigureBlock or FigureRow || (block is TableBlock table && PdfTable.IsKeptWhole(table));

    // Headings and what follows them; every other block alone.
    private static IEnumerable<IReadOnlyList<Block>> Group(IReadOnlyList<Block> blocks)
    {
        var group = new List<Block>();
        foreach (var block in blocks)
        {
            group.Add(block);
            if (block is not HeadingBlock)
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

    private void Compose(IContainer container, HeadingBlock heading)
    {
        var place = container.PaddingTop(10).Section(Links.Of(heading));
        var (header, size) = heading.Level switch
        {
            1 => (place.SemanticHeader1(), 22f),
            2 => (place.SemanticHeader2(), 14f),
            _ => (place.SemanticHeader3(), 11.5f),
        };
        header.Text(heading.Text).FontSize(size).Bold();
    }

    private static void Compose(IContainer container, ResultBlock result) => container
        .PaddingVertical(4).Background("#EAF3F9").BorderLeft(3).BorderColor(Accent).Padding(10).Text(text =>
        {
            text.DefaultTextStyle(style => style.FontSize(11));
            text.Span("Result: ").Bold();
            text.Span(result.Text);
        });

    private static void Compose(IContainer container, ListBlock list) => container.SemanticList().Column(column =>
    {
        column.Spacing(3);
        foreach (var item in list.Items)
        {
            column.Item().SemanticListItem().Row(row =>
            {
                row.ConstantItem(12).SemanticListLabel().Text("•");
                row.RelativeItem().SemanticListItemBody().Text(text => text.Span(item));
            });
        }
    });

    private static void Compose(IContainer container, SourcesBlock list) => container.SemanticList().Column(column =>
    {
        column.Spacing(3);
        foreach (var (place, source) in list.Numbered)
        {
            column.Item().Section(place.Id).SemanticListItem().Row(row =>
            {
                row.ConstantItem(20).SemanticListLabel().Text(place.Name);
                row.RelativeItem().SemanticListItemBody().Text(text =>
                {
                    text.Span($"{source.Text} ");
                    Links.WriteAddress(text, source.Url);
                });
            });
        }
    });

    // The caption is beside the figure in the tree, and not within it: the alternative text stands for all that a figure holds.
    private static void Compose(IContainer container, FigureBlock block) =>
        container.ShowEntire().Section(block.Id).SemanticDivision().Column(column =>
        {
            column.Spacing(3);
            column.Item().AlignCenter().SemanticFigure(block.Figure.AlternativeText).Figure(block.Figure);
            column.Item().SemanticCaption().AlignCenter().Text(text =>
            {
                text.DefaultTextStyle(style => style.FontSize(8.5f));
                text.Span($"Figure {block.Number}. ").Bold();
                text.Span(block.Caption);
            });
        });
}
