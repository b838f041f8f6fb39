using System.Text;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Html;
using FashionPipeline.Reporting.Markdown;
using FashionPipeline.Reporting.Pdf;
using UglyToad.PdfPig;

namespace FashionPipeline.Tests.Reporting;

/// <summary>What every renderer must be able to do with every kind of block.</summary>
public sealed class RendererTests
{
    private static readonly Block[] OneOfEach =
    [
        new HeadingBlock(1, "Title"),
        new HeadingBlock(2, "Section"),
        new ParagraphBlock("paragraph-text"),
        new ResultBlock("result-text"),
        new NoteBlock("note-text"),
        new ListBlock(["list-text"]),
        new SourcesBlock([new Source("source-text", "https://example.org/source")]),
        new TableBlock(1, "table-text", [new TableColumn("head-text")], [["cell-text"]]),
        ReportDocument.Compose(SampleReport.Create()).OfType<FigureBlock>().First() with { Caption = "figure-text" },
    ];

    private static readonly string[] Texts =
    [
        "Title", "Section", "paragraph-text", "result-text", "note-text", "list-text", "source-text", "https://example.org/source",
        "table-text", "head-text", "cell-text",
        "figure-text",
    ];

    [Fact]
    public void Should_be_tried_with_every_kind_of_block() => Assert.Equal(
        typeof(Block).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Block))).ToHashSet(),
        OneOfEach.Select(block => block.GetType()).ToHashSet());

    [Fact]
    public void Should_render_every_kind_of_block_as_Markdown() => Shows(Encoding.UTF8.GetString(MarkdownRenderer.ToBytes(OneOfEach)));

    [Fact]
    public void Should_render_every_kind_of_block_as_HTML() => Shows(Encoding.UTF8.GetString(HtmlRenderer.ToBytes(OneOfEach)));

    [Fact]
    public void Should_render_every_kind_of_block_as_PDF()
    {
        using var pdf = PdfDocument.Open(PdfRenderer.ToBytes(OneOfEach));

        Shows(string.Concat(pdf.GetPages().Select(page => page.Text)));
    }

    private static void Shows(string text) => Assert.All(Texts, part => Assert.Contains(part, text, StringComparison.Ordinal));
}
