using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Html;

namespace FashionPipeline.Tests.Reporting.Html;

public sealed class HtmlRendererTests
{
    [Fact]
    public async Task Should_keep_the_text_as_it_was_accepted() => await Verify(HtmlReport.Text(HtmlReport.Parse(SampleReport.Create())));

    [Fact]
    public void Should_be_a_page_with_a_language_and_a_title()
    {
        var bytes = HtmlReport.Bytes(SampleReport.Create());

        var page = HtmlReport.Parse(bytes);
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en\">", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal("Sample experiment", page.Element("head")!.Element("title")!.Value);
        Assert.Equal("Sample experiment", Assert.Single(page.Descendants("h1")).Value);
    }

    [Fact]
    public void Should_refer_to_nothing_outside_itself()
    {
        var page = HtmlReport.Parse(SampleReport.Create());

        string[] fetching = ["src", "href", "srcset", "data", "poster", "action", "formaction", "background", "ping", "cite"];
        var references = page.Descendants().Attributes()
            .Where(attribute => fetching.Contains(attribute.Name.LocalName))
            .Select(attribute => attribute.Value)
            .ToList();
        Assert.NotEmpty(references);
        var sources = page.Descendants("ol").Where(list => (string?)list.Attribute("class") == "sources")
            .Descendants("a").Select(link => link.Value);
        Assert.All(
            references.Except(HtmlReport.Files).Except(sources), reference => Assert.Matches("^(#|data:image/png;base64,)", reference));
        Assert.Empty(page.Descendants("link"));
        var style = page.Descendants("style").Single().Value;
        Assert.Equal(style.Split("url(").Length, Regex.Split(style, "url\\(data:(?:font/woff2|image/png);base64,").Length);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        Assert.DoesNotContain("://", style + string.Concat(page.Descendants("script")), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_have_a_target_for_every_link_and_no_id_twice()
    {
        var page = HtmlReport.Parse(SampleReport.Create());

        var ids = page.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Distinct(ids);
        var places = page.Descendants().Attributes()
            .Where(attribute => attribute.Value.StartsWith('#') && attribute.Name.LocalName == "href")
            .Select(attribute => attribute.Value[1..])
            .Concat(page.Descendants().Attributes("clip-path").Select(clip => clip.Value["url(#".Length..^1]));
        Assert.Subset(ids.ToHashSet(), places.ToHashSet());
    }

    [Fact]
    public void Should_list_every_section_in_the_contents()
    {
        var page = HtmlReport.Parse(SampleReport.Create());

        var links = page.Descendants("nav").Single().Descendants("a");
        Assert.Equal(page.Descendants("h2").Select(heading => heading.Value), links.Select(link => link.Value));
        Assert.Equal("Best model", page.WithId("best-model").Value);
    }

    [Fact]
    public void Should_say_of_every_figure_what_it_shows()
    {
        var page = HtmlReport.Parse(SampleReport.Create());

        var figures = page.Descendants("figure").ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures.Index(), figure =>
        {
            var drawing = Assert.Single(figure.Item.Element("div")!.Elements());
            Assert.Equal("img", (string?)drawing.Attribute("role"));
            Assert.NotEmpty((string?)drawing.Attribute("aria-label") ?? string.Empty);
            Assert.StartsWith($"Figure {figure.Index + 1}. ", figure.Item.Element("figcaption")!.Value, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("True class Pullover [2], Predicted class Coat [4]: 7")]
    [InlineData("Correct, Pullover [2]: 65.00%")]
    [InlineData("Training Accuracy, Epoch 2: 90.00%")]
    [InlineData("Validation Accuracy, Epoch 5: 91.40%")]
    public void Should_tell_the_values_of_a_figure(string value)
    {
        var page = HtmlReport.Parse(SampleReport.Create());

        Assert.Contains(page.Descendants(HtmlReport.Svg + "title"), title => IsValue(title, value));
    }

    [Fact]
    public void Should_lay_a_value_over_the_cell_that_shows_it()
    {
        var page = HtmlReport.Parse(SampleReport.Create());

        // The cell of pullovers taken for coats is two columns right of the one of pullovers recognised, as large, and in its row.
        var (right, wrong) = (Cell("Pullover [2]", 13), Cell("Coat [4]", 7));
        Assert.Equal(right.X + (2 * right.Width), wrong.X, 0.1);
        Assert.Equal(right.Y, wrong.Y, 0.1);
        Assert.Equal(right.Width, wrong.Width, 0.1);

        (double X, double Y, double Width) Cell(string predicted, int count)
        {
            var value = $"True class Pullover [2], Predicted class {predicted}: {count}";
            var cell = page.Descendants(HtmlReport.Svg + "title").Single(title => IsValue(title, value)).Parent!;
            return ((double)cell.Attribute("x")!, (double)cell.Attribute("y")!, (double)cell.Attribute("width")!);
        }
    }

    [Fact]
    public void Should_name_the_scope_of_every_head_and_the_caption_of_every_table()
    {
        var page = HtmlReport.Parse(SampleReport.Create());

        Assert.All(page.Descendants("th"), head => Assert.Contains((string?)head.Attribute("scope"), new[] { "col", "row" }));
        Assert.All(page.Descendants("table").Index(), table => Assert.StartsWith(
            $"Table {table.Index + 1}. ",
            table.Item.Elements().First(element => element.Name == "caption").Value,
            StringComparison.Ordinal));
    }

    [Fact]
    public void Should_keep_totals_apart_from_the_rows_that_are_sorted()
    {
        var table = TableWith("Layers of model 1");

        Assert.Equal(3, table.Element("tbody")!.Elements("tr").Count());
        Assert.StartsWith("Total", table.Element("tfoot")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_call_a_row_by_its_first_text()
    {
        var table = TableWith("Macro average");

        Assert.Equal("T-shirt/top", table.Descendants("th").First(head => (string?)head.Attribute("scope") == "row").Value);
        Assert.Equal(["Macro average", "Weighted average"], table.Element("tfoot")!.Descendants("th").Select(head => head.Value));
    }

    [Fact]
    public void Should_link_the_mentions_that_a_text_was_written_with_and_nothing_that_only_looks_like_one()
    {
        Block[] blocks =
        [
            new HeadingBlock(1, "Title"),
            new ParagraphBlock($"As {Reference.ToTable(1)} shows, and {"Table 1 of the source"} does not; see Tables."),
            new TableBlock(1, "Caption", [new TableColumn("Head")], [["cell"]]),
        ];

        var paragraph = HtmlReport.Parse(HtmlRenderer.ToBytes(blocks)).Descendants("p").Single();

        Assert.Equal("As Table 1 shows, and Table 1 of the source does not; see Tables.", paragraph.Value);
        var link = Assert.Single(paragraph.Elements("a"));
        Assert.Equal(("#table-1", "Table 1"), ((string?)link.Attribute("href"), link.Value));
    }

    [Fact]
    public void Should_give_headings_of_equal_text_different_ids()
    {
        string[] sections = ["Model: A", "Model A", "...", "Content"];
        Block[] blocks = [new HeadingBlock(1, "Title"), .. sections.Select(section => new HeadingBlock(2, section))];

        var page = HtmlReport.Parse(HtmlRenderer.ToBytes(blocks));

        Assert.Equal(
            ["model-a", "model-a-2", "section", "content-2"],
            page.Descendants("h2").Select(heading => (string?)heading.Attribute("id")));
    }

    [Fact]
    public void Should_take_no_text_for_markup()
    {
        const string Evil = "</title></style><script>alert(\"1\")</script> & <b>'bold'</b> \u0001 ]]>";
        Block[] blocks =
        [
            new HeadingBlock(1, Evil), new HeadingBlock(2, Evil), new ParagraphBlock(Evil), new NoteBlock(Evil), new ListBlock([Evil]),
            new TableBlock(1, Evil, [new TableColumn(Evil), new TableColumn(Evil, true)], [[Evil, Evil]]),
        ];

        var page = HtmlReport.Parse(HtmlRenderer.ToBytes(blocks));

        Assert.Single(page.Descendants("script"));
        var leaves = page.Descendants().Where(element => element.Nodes().All(node => node is XText));
        Assert.Equal(11, leaves.Count(element => element.Value.EndsWith(Evil, StringComparison.Ordinal)));
    }

    [Fact]
    public void Should_give_equal_bytes_twice_and_in_every_culture()
    {
        var first = HtmlReport.Bytes(SampleReport.Create());

        Assert.True(first.AsSpan().SequenceEqual(CommaCulture.Run(() => HtmlReport.Bytes(SampleReport.Create()))));
    }

    private static XElement TableWith(string text) => HtmlReport.Parse(SampleReport.Create())
        .Descendants("table")
        .First(table => table.Value.Contains(text, StringComparison.Ordinal));

    // A share of the row may stand behind a count.
    private static bool IsValue(XElement title, string value) =>
        title.Value == value || title.Value.StartsWith(value + ", ", StringComparison.Ordinal);
}
