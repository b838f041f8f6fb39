using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;

namespace FashionPipeline.Tests.StandIns.QuestPDF;

public sealed class LayoutTests
{
    private static string Sentence(int count) => string.Join(" ", Enumerable.Repeat("The same inputs give the same bytes.", count));

    [Fact]
    public void Should_wrap_text_inside_the_margins()
    {
        var words = PdfProbe.Words(PdfProbe.Describe(content => content.Text(text =>
        {
            text.Span(Sentence(10));
            text.Span(" bold ").Bold().FontSize(14);
            text.Span(new string('x', 200));
        })));

        Assert.All(words, word => Assert.InRange(word.BoundingBox.Left, PdfProbe.Margin - 1, PdfProbe.PageWidth - PdfProbe.Margin));
        Assert.All(words, word => Assert.InRange(word.BoundingBox.Right, PdfProbe.Margin, PdfProbe.PageWidth - PdfProbe.Margin + 1));
    }

    [Fact]
    public void Should_set_letters_closer_where_the_font_says_so()
    {
        using var pdf = PdfProbe.Open(PdfProbe.Describe(content => content.Text("AV HH").FontSize(20)));

        var letters = pdf.GetPage(1).Letters.Where(letter => letter.Value != " ").ToList();
        double Gap(int left) => letters[left + 1].StartBaseLine.X - letters[left].EndBaseLine.X;
        Assert.Equal("AVHH", string.Concat(letters.Select(letter => letter.Value)));
        Assert.InRange(Gap(0), -5, -0.5);
        Assert.Equal(0, Gap(2), 0.05);
    }

    [Fact]
    public void Should_part_words_where_a_line_ends()
    {
        using var pdf = PdfProbe.Open(PdfProbe.Describe(content => content.Width(50).Text("first second\nthird")));

        Assert.Equal("first second third", pdf.GetPage(1).Text.Trim());
    }

    [Fact]
    public void Should_continue_long_text_on_the_next_page_and_lose_no_word()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column => column.Item().Text(Sentence(120)))));

        Assert.True(pages.Length > 1);
        Assert.Equal(Sentence(120), string.Join(' ', pages));
    }

    [Fact]
    public void Should_keep_the_items_of_a_column_apart_by_its_spacing()
    {
        var words = PdfProbe.Words(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Spacing(7);
            column.Item().Height(20).Text("upper");
            column.Item().Height(20).Text("lower");
        })));

        Assert.Equal(27, words[0].Letters[0].StartBaseLine.Y - words[1].Letters[0].StartBaseLine.Y, 0.05);
    }

    [Fact]
    public void Should_share_the_width_of_a_row_that_constant_items_leave()
    {
        var words = PdfProbe.Words(PdfProbe.Describe(content => content.Row(row =>
        {
            row.Spacing(10);
            row.ConstantItem(60).Text("a");
            row.RelativeItem(1).Text("b");
            row.RelativeItem(2).Text("c");
        })));

        // 260 points, less 60 and twice 10, leave 180: 60 and 120.
        Assert.Equal(70, words[1].Letters[0].StartBaseLine.X - words[0].Letters[0].StartBaseLine.X, 0.05);
        Assert.Equal(70, words[2].Letters[0].StartBaseLine.X - words[1].Letters[0].StartBaseLine.X, 0.05);
    }

    [Fact]
    public void Should_repeat_the_header_of_a_table_and_break_between_rows()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Table(table =>
        {
            table.ColumnsDefinition(columns => columns.RelativeColumn());
            table.Header(header => header.Cell().Height(40).Text("head"));
            for (var row = 1; row <= 5; row++)
            {
                table.Cell().Height(40).Text($"row{row}");
            }
        })));

        // 160 points a page: the header and three rows.
        Assert.Equal(["head row1 row2 row3", "head row4 row5"], pages);
    }

    [Fact]
    public void Should_draw_no_head_of_a_table_without_rows() =>
        Assert.Equal(["after"], PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Table(table =>
            {
                table.ColumnsDefinition(columns => columns.RelativeColumn());
                table.Header(header => header.Cell().Text("head"));
            });
            column.Item().Text("after");
        }))));

    [Fact]
    public void Should_add_consecutive_paddings()
    {
        var word = PdfProbe.Words(PdfProbe.Describe(content => content.PaddingLeft(5).PaddingLeft(6).Text("x")))[0];

        Assert.Equal(PdfProbe.Margin + 11, word.Letters[0].StartBaseLine.X, 0.05);
    }

    [Fact]
    public void Should_move_content_that_must_stay_whole_to_the_next_page()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Height(140).Text("first");
            column.Item().ShowEntire().Text("one\ntwo\nthree");
        })));

        Assert.Equal(["first", "one two three"], pages);
    }

    [Theory]
    [InlineData(40, "first one two", "three")]
    [InlineData(41, "first", "one two three")]
    public void Should_move_content_on_when_too_little_of_it_would_be_shown(float least, params string[] expected)
    {
        // 160 points a page: after 115 of them 45 are left, and hold two of the three rows of 20 points.
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Height(115).Text("first");
            column.Item().EnsureSpace(least).Column(rows =>
            {
                rows.Item().Height(20).Text("one");
                rows.Item().Height(20).Text("two");
                rows.Item().Height(20).Text("three");
            });
        })));

        Assert.Equal(expected, pages);
    }

    [Fact]
    public void Should_split_content_that_is_longer_than_a_page_though_it_prefers_to_stay_whole()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Height(20).Text("first");
            column.Item().PreventPageBreak().Column(rows =>
            {
                rows.Item().Height(100).Text("one");
                rows.Item().Height(100).Text("two");
            });
        })));

        Assert.Equal(["first", "one", "two"], pages);
    }

    [Fact]
    public void Should_refuse_a_table_without_columns() =>
        Assert.Throws<DocumentComposeException>(() =>
            PdfProbe.Describe(content => content.Table(table => table.Cell().Text("x"))).GeneratePdf());
}
