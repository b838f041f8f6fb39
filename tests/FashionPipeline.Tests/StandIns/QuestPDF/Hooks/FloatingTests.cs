using FashionPipeline.Tests.Reporting.Pdf;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace FashionPipeline.Tests.StandIns.QuestPDF.Hooks;

/// <summary>Items of a column that move to the next page while those behind them fill this one.</summary>
public sealed class FloatingTests
{
    // The page is filled by what follows; figures stay in their order.
    [Fact]
    public void Should_fill_a_page_that_an_item_has_left_that_may_float()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Height(PdfProbe.PageHeight - (2 * PdfProbe.Margin) - 40).Text("first");
            column.Item().Floating().Height(60).Text("figure-1");
            column.Item().Floating().Height(14).Text("figure-2");
            column.Item().Height(30).Text("second");
            column.Item().Height(30).Text("third");
        })));

        Assert.Equal(["first second", "figure-1 figure-2 third"], pages);
    }

    [Fact]
    public void Should_be_read_where_it_stands_though_it_moved_to_the_next_page()
    {
        using var pdf = PdfProbe.Open(PdfProbe
            .Describe(content => content.Column(column =>
            {
                column.Item().Height(PdfProbe.PageHeight - (2 * PdfProbe.Margin) - 40).SemanticHeader1().Text("first");
                column.Item().Floating().SemanticFigure("a figure").Height(60).Text("figure");
                column.Item().Height(20).SemanticHeader2().Text("second");
                column.Item().Height(60).Text("third");
            }))
            .WithSettings(new DocumentSettings { PDFUA_Conformance = PDFUA_Conformance.PDFUA_1 }));
        var file = new TaggedPdf(pdf);

        Assert.DoesNotContain("figure", pdf.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Equal(["Document", "H1", "Figure", "H2", "P"], file.Elements.Select(element => element.Type));
        Assert.Empty(file.Faults());
    }

    [Fact]
    public void Should_keep_an_item_that_may_float_where_it_fits()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Text("first");
            column.Item().Floating().Height(60).Text("figure");
            column.Item().Text("second");
        })));

        Assert.Equal(["first figure second"], pages);
    }

    // The rows move past the figure that has taken the top of the page to which they moved first.
    [Fact]
    public void Should_keep_content_whole_that_moves_to_a_page_with_something_that_floats()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Height(PdfProbe.PageHeight - (2 * PdfProbe.Margin) - 40).Text("first");
            column.Item().Floating().Height(100).Text("figure");
            column.Item().PreventPageBreak().Column(rows =>
            {
                rows.Item().Height(40).Text("row-1");
                rows.Item().Height(40).Text("row-2");
            });
        })));

        Assert.Equal(["first", "figure", "row-1 row-2"], pages);
    }

    [Fact]
    public void Should_show_what_floats_behind_all_else_where_nothing_follows()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Height(PdfProbe.PageHeight - (2 * PdfProbe.Margin) - 40).Text("first");
            column.Item().Floating().ShowEntire().Height(60).Text("figure");
        })));

        Assert.Equal(["first", "figure"], pages);
    }

    [Fact]
    public void Should_move_rows_that_float_whole()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Height(PdfProbe.PageHeight - (2 * PdfProbe.Margin) - 60).Text("first");
            column.Item().Floating().Column(rows =>
            {
                rows.Item().Height(40).Text("row-1");
                rows.Item().Height(40).Text("row-2");
            });
            column.Item().Height(40).Text("second");
        })));

        Assert.Equal(["first second", "row-1 row-2"], pages);
    }

    [Fact]
    public void Should_show_every_row_that_floats_where_a_page_has_no_room_for_all()
    {
        const int Rows = 40;
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Height(PdfProbe.PageHeight - (2 * PdfProbe.Margin) - 60).Text("first");
            column.Item().Floating().PreventPageBreak().Column(rows =>
            {
                for (var row = 1; row <= Rows; row++)
                {
                    rows.Item().Height(40).Text($"row-{row}");
                }
            });
            column.Item().Height(40).Text("last");
        })));

        Assert.Equal(Enumerable.Range(1, Rows).Select(row => $"row-{row}"), string.Join(' ', pages).Split(' ').Where(IsRow));
        Assert.Single(string.Join(' ', pages).Split(' '), "last");

        static bool IsRow(string word) => word.StartsWith("row-", StringComparison.Ordinal);
    }
}
