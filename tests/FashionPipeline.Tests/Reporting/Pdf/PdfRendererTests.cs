using System.Text;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Annotations;
using UglyToad.PdfPig.Outline;

namespace FashionPipeline.Tests.Reporting.Pdf;

public sealed class PdfRendererTests
{
    private const string Long = "A heading that is much longer than a line of the contents can be, because somebody wrote down all "
        + "that the model does, and why, in its title";

    private const string Subtitle = "Ten kinds of garments";

    // What most tests ask of one and the same report: it is rendered once.
    private static readonly Lazy<byte[]> Rendered = new(() => PdfRenderer.ToBytes(Sample(), Subtitle));

    [Fact]
    public void Should_have_a_bookmark_for_every_heading()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);

        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var root = Assert.Single(bookmarks.Roots);
        var headings = Sample().OfType<HeadingBlock>().Select(heading => heading.Text);
        Assert.Equal(headings, [root.Title, .. root.Children.Select(node => node.Title)]);
        Assert.All(
            root.Children.Cast<DocumentBookmarkNode>(),
            node => Assert.Contains(node.Title, Text(pdf, node.PageNumber), StringComparison.Ordinal));
    }

    [Fact]
    public void Should_list_sections_with_their_pages_and_link_to_them()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);

        var contents = Text(pdf, 1);
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var sections = bookmarks.Roots[0].Children.Cast<DocumentBookmarkNode>().ToList();
        Assert.All(sections, section => Assert.Contains($"{section.Title} {section.PageNumber}", contents, StringComparison.Ordinal));
        Assert.Equal(sections.Count, Links(pdf, 1));
    }

    [Fact]
    public void Should_begin_with_title_data_set_and_result()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);

        Assert.StartsWith($"Sample experiment {Subtitle}", Text(pdf, 1), StringComparison.Ordinal);
        Assert.Contains("Result: Model 2 (cnn) is the best", Text(pdf, 1), StringComparison.Ordinal);
        Assert.Equal(("Sample experiment", "FashionPipeline"), (pdf.Information.Title, pdf.Information.Author));
        Assert.Contains("model comparison", pdf.Information.Keywords, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_link_the_mentions_that_a_text_was_written_with_and_nothing_that_only_looks_like_one()
    {
        Block[] blocks =
        [
            new HeadingBlock(1, "Title"),
            new HeadingBlock(2, "Section"),
            new ParagraphBlock($"See {Reference.ToTable(1)}, Table 2 and Figure 1."),
            new ListBlock(["Table 1 again"]),
            new TableBlock(1, "Numbers.", [new TableColumn("Number", true)], [["1"]]),
        ];
        using var pdf = PdfDocument.Open(PdfRenderer.ToBytes(blocks));

        Assert.Contains("See Table 1, Table 2 and Figure 1.", Text(pdf, 2), StringComparison.Ordinal);
        Assert.Equal(1, Links(pdf, 2));
    }

    [Fact]
    public void Should_let_a_long_table_follow_its_heading_on_the_same_page_and_repeat_its_head()
    {
        Block[] blocks =
        [
            new HeadingBlock(1, "Title"),
            new HeadingBlock(2, "Section"),
            new TableBlock(1, "Numbers.", [new TableColumn("Counter", true)], [.. Enumerable.Range(1, 100).Select(i => new[] { $"r{i}" })]),
        ];
        using var pdf = PdfDocument.Open(PdfRenderer.ToBytes(blocks));

        Assert.Contains("Counter r1 r2", Text(pdf, 2), StringComparison.Ordinal);
        Assert.Contains("Counter r", Text(pdf, 3), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_never_leave_a_heading_alone_at_the_foot_of_a_page()
    {
        // Whatever stands before it, a heading shares its page with what follows.
        for (var lines = 28; lines <= 35; lines++)
        {
            Block[] blocks =
            [
                new HeadingBlock(1, "Title"),
                new HeadingBlock(2, "Filled"),
                .. Enumerable.Range(0, lines).Select(_ => new ParagraphBlock("Line.")),
                new HeadingBlock(2, "Heading"),
                new TableBlock(1, "Numbers.", [new TableColumn("Counter", true)], [["first"], ["second"], ["third"]]),
            ];
            using var pdf = PdfDocument.Open(PdfRenderer.ToBytes(blocks));

            var pages = Enumerable.Range(2, pdf.NumberOfPages - 1).Select(page => Text(pdf, page));
            var page = Assert.Single(pages, page => page.Contains("Heading", StringComparison.Ordinal));
            Assert.Contains("first second third", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Should_wrap_headings_that_are_wider_than_the_contents()
    {
        Block[] blocks = [new HeadingBlock(1, Long), new HeadingBlock(2, Long), new ParagraphBlock("x")];
        using var pdf = PdfDocument.Open(PdfRenderer.ToBytes(blocks));

        Assert.All(pdf.GetPages().SelectMany(page => page.GetWords()), word => Assert.InRange(word.BoundingBox.Right, 56, 595 - 56));
        Assert.Contains(Long, Text(pdf, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_fit_the_confusion_matrix_of_forty_classes_with_long_names()
    {
        var labels = Enumerable.Range(0, 40).ToList();
        var table = new TableBlock(
            1,
            "Confusion matrix.",
            [new("Class", Weight: 2.4f), .. labels.Select(label => new TableColumn($"[{label}]", true))],
            [.. labels.Select(Row)]);
        Block[] blocks = [new HeadingBlock(1, "Title"), new HeadingBlock(2, "Matrix"), table];
        using var pdf = PdfDocument.Open(PdfRenderer.ToBytes(blocks));

        // 78 is in the last cell alone, whole and on one line.
        Assert.Single(pdf.GetPages().SelectMany(page => page.GetWords()), word => word.Text == "78");
        Assert.All(pdf.GetPages().SelectMany(page => page.GetWords()), word => Assert.InRange(word.BoundingBox.Right, 56, 595 - 56));

        string[] Row(int truth) => [$"Class of a very long name [{truth}]", .. labels.Select(label => $"{truth + label}")];
    }

    [Theory]
    [InlineData(6, 10)]
    [InlineData(2, 40)]
    [InlineData(1, 2)]
    public void Should_have_room_for_any_number_of_models_and_classes_with_long_names(int models, int classes)
    {
        var blocks = ReportDocument.Compose(SampleReport.CreateLarge(models, classes));
        using var pdf = PdfDocument.Open(PdfRenderer.ToBytes(blocks));

        var text = string.Join(' ', Enumerable.Range(2, pdf.NumberOfPages - 1).Select(page => Text(pdf, page)));
        Assert.All(blocks.OfType<HeadingBlock>().Skip(1), heading => Assert.Contains(heading.Text, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_number_every_caption_and_page()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);

        var pages = pdf.GetPages().Select(page => string.Concat(page.Text.Where(c => !char.IsWhiteSpace(c)))).ToList();
        var text = string.Concat(pages);
        Assert.All(Enumerable.Range(1, 12), number => Assert.Contains($"Figure{number}.", text, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, 19), number => Assert.Contains($"Table{number}.", text, StringComparison.Ordinal));
        Assert.All(pages.Index(), page => Assert.Contains($"{page.Index + 1}/{pages.Count}", page.Item, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_use_no_font_but_its_own()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);

        var fonts = pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.FontName!.Split('+')[^1]).Distinct();
        Assert.Equal(["ReportMono-Regular", "ReportSans-Bold", "ReportSans-Regular"], fonts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_embed_each_font_once_for_text_and_figures() =>
        Assert.Equal(3, Encoding.Latin1.GetString(Rendered.Value).Split("/FontFile2 ").Length - 1);

    [Fact]
    public void Should_state_the_language_and_give_the_same_bytes_twice()
    {
        Assert.Contains("/Lang (en)", Encoding.Latin1.GetString(Rendered.Value), StringComparison.Ordinal);
        Assert.Equal(Rendered.Value, PdfRenderer.ToBytes(Sample(), Subtitle));
    }

    private static IReadOnlyList<Block> Sample() => ReportDocument.Compose(SampleReport.Create());

    private static string Text(PdfDocument pdf, int page) => string.Join(' ', pdf.GetPage(page).GetWords().Select(word => word.Text));

    private static int Links(PdfDocument pdf, int page) =>
        pdf.GetPage(page).GetAnnotations().Count(annotation => annotation.Type == AnnotationType.Link);
}
