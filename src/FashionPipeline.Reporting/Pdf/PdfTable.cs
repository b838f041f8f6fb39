using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Fonts;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;
using SkiaSharp;

namespace FashionPipeline.Reporting.Pdf;

/// <summary>A table on the page: its head is repeated on every page, numbers stand right, digests in equally wide characters.</summary>
internal static class PdfTable
{
    private const int ManyColumns = 8;
    private const int VeryManyColumns = 16;
    private const int RowsKeptTogether = 11;

    private const float LineHeight = 1.3f;

    // The baselines of a row are at one height though its typefaces have other shapes.
    private static readonly float SameBaseline = AboveBaseline(ReportFonts.SansRegular) / AboveBaseline(ReportFonts.MonospacedRegular);

    // Caption, head and some rows, in points.
    private const float LeastOfALongTable = 90;

    /// <summary>Whether a table moves to the next page whole; a longer one is cut between rows.</summary>
    public static bool IsKeptWhole(TableBlock block) => block.Rows.Count <= RowsKeptTogether;

    public static void Compose(IContainer container, TableBlock block)
    {
        var whole = IsKeptWhole(block) ? container.PreventPageBreak() : container.EnsureSpace(LeastOfALongTable);
        // The caption is beside the table in the tree: QuestPDF tags rows and cells only where nothing is between the two.
        whole.Section(block.Id).SemanticDivision().Column(column =>
        {
            column.Spacing(3);
            column.Item().SemanticCaption().Text(text =>
            {
                text.DefaultTextStyle(style => style.FontSize(8.5f));
                text.Span($"Table {block.Number}. ").Bold();
                text.Span(block.Caption);
            });
            column.Item().SemanticTable().Table(table => Compose(table, block));
        });
    }

    // The part of a line that is above its baseline.
    private static float AboveBaseline(SKTypeface typeface)
    {
        using var font = new SKFont(typeface);
        var metrics = font.Metrics;
        return metrics.Ascent / (metrics.Ascent - metrics.Descent - metrics.Leading);
    }

    private static void Compose(TableDescriptor table, TableBlock block)
    {
        var (size, padding) = block.Columns.Count switch
        {
            > VeryManyColumns => (5f, 1f),
            > ManyColumns => (7.5f, 4f),
            _ => (8.5f, 4f),
        };
        table.ColumnsDefinition(columns =>
        {
            foreach (var column in block.Columns)
            {
                columns.RelativeColumn(column.Weight);
            }
        });
        table.Header(header =>
        {
            foreach (var column in block.Columns)
            {
                var cell = header.Cell().BorderBottom(0.8f).PaddingVertical(2).PaddingHorizontal(padding);
                var place = column.Meaning is { } meaning ? cell.SemanticSpan(meaning) : cell;
                (column.IsNumeric ? place.AlignRight() : place).Text(column.Head).FontSize(size).Bold();
            }
        });
        foreach (var row in block.Rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                var place = block.IsRowHead(i) ? table.Cell().AsSemanticHorizontalHeader() : table.Cell();
                var cell = place.BorderBottom(0.3f).BorderColor(Colors.Grey.Lighten1).PaddingVertical(2).PaddingHorizontal(padding);
                Write(cell, row[i], block.Columns[i], size);
            }
        }
    }

    // The digits of the report's sans are equally wide, too: numbers need no typeface of their own.
    private static void Write(IContainer cell, string text, TableColumn column, float size)
    {
        if (column.IsCode)
        {
            var smaller = size - 1;
            cell.Text(text).FontFamily(ReportFonts.Monospaced).FontSize(smaller).LineHeight(LineHeight * (size / smaller) * SameBaseline);
        }
        else
        {
            (column.IsNumeric ? cell.AlignRight() : cell).Text(text).FontSize(size).LineHeight(LineHeight);
        }
    }
}
