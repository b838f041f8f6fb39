using System.Text;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Markdown;

namespace FashionPipeline.Tests.Reporting.Markdown;

public sealed class MarkdownRendererTests
{
    [Fact]
    public void Should_mark_title_and_sections_as_headings() =>
        Assert.Equal("# Title\n\n## Section\n", Render(new HeadingBlock(1, "Title"), new HeadingBlock(2, "Section")));

    [Fact]
    public void Should_write_a_row_of_a_table_on_a_line_and_align_numbers_on_the_right() => Assert.Equal(
        "*Table 3: Counts.*\n\n| Class | Count |\n| --- | ---: |\n| Bag | 7 |\n| Coat | 12 |\n",
        Render(new TableBlock(3, "Counts.", [new TableColumn("Class"), new TableColumn("Count", true)], [["Bag", "7"], ["Coat", "12"]])));

    [Fact]
    public void Should_write_each_statement_of_a_list_on_a_line() =>
        Assert.Equal("- One.\n- Two.\n", Render(new ListBlock(["One.", "Two."])));

    [Theory]
    [InlineData("p < 0.0001", "p &lt; 0.0001")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("2 * 3", "2 \\* 3")]
    [InlineData("C:\\data", "C:\\\\data")]
    [InlineData("two\r\nlines", "two lines")]
    [InlineData("[x](javascript:alert)", "[x]\\(javascript:alert)")]
    [InlineData("![x][y]", "![x]\\[y]")]
    [InlineData("[x]: https://example.org", "[x]\\: https://example.org")]
    [InlineData("[26, 26, 32]", "[26, 26, 32]")]
    public void Should_take_no_text_for_markup(string text, string expected) =>
        Assert.Equal($"{expected}\n", Render(new ParagraphBlock(text)));

    [Fact]
    public void Should_link_a_figure_as_a_bitmap_and_say_what_it_shows()
    {
        var figures = ReportDocument.Compose(SampleReport.Create()).OfType<FigureBlock>();
        var figure = figures.Single(block => block.Figure.Name == "confusion-matrix");

        Assert.Equal(
            $"![{figure.Figure.AlternativeText}](figures/confusion-matrix.png)\n\n*Figure 7: Counts.*\n",
            Render(figure with { Number = 7, Caption = "Counts." }));
    }

    private static string Render(params Block[] blocks) => Encoding.UTF8.GetString(MarkdownRenderer.ToBytes(blocks));
}
