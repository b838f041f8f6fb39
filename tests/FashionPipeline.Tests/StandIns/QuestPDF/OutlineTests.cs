using System.Text;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace FashionPipeline.Tests.StandIns.QuestPDF;

public sealed class OutlineTests
{
    [Fact]
    public void Should_lead_from_nested_bookmarks_to_the_pages_of_the_headings()
    {
        using var pdf = PdfDocument.Open(Accessible(Headings).GeneratePdf());

        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var nodes = bookmarks.Roots.SelectMany(Flatten).Cast<DocumentBookmarkNode>();
        Assert.Equal(
            ["0 Report (draft) page 1", "1 Models page 1", "2 Größe page 2", "1 Results page 3"],
            nodes.Select(node => $"{node.Level} {node.Title} page {node.PageNumber}"));
    }

    [Fact]
    public void Should_lead_to_the_place_of_the_heading_on_its_page()
    {
        var document = Accessible(column =>
        {
            column.Item().Height(50);
            column.Item().SemanticHeader1().Text("Here");
        });

        using var pdf = PdfDocument.Open(document.GeneratePdf());
        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        var node = Assert.IsType<DocumentBookmarkNode>(bookmarks.Roots.Single());
        Assert.Equal(PdfProbe.PageHeight - PdfProbe.Margin - 50, (double)node.Destination.Coordinates.Top!.Value, 0.05);
    }

    [Fact]
    public void Should_state_the_language()
    {
        var file = PdfProbe.Describe(content => content.Text("x")).WithMetadata(new DocumentMetadata { Language = "en" }).GeneratePdf();

        Assert.Contains("/Lang (en)", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        using var pdf = PdfDocument.Open(file);
        Assert.Equal("x", pdf.GetPage(1).Text.Trim());
    }

    [Fact]
    public void Should_write_no_outline_unless_the_document_is_to_be_accessible()
    {
        var pdf = PdfProbe.Describe(content => content.Column(Headings)).GeneratePdf();

        Assert.DoesNotContain("/Outlines", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_give_the_same_bytes_twice_with_an_outline() =>
        Assert.Equal(Accessible(Headings).GeneratePdf(), Accessible(Headings).GeneratePdf());

    [Fact]
    public void Should_find_the_pages_of_a_long_document()
    {
        // More than eight pages: the page tree has inner nodes.
        using var pdf = PdfDocument.Open(Accessible(column =>
        {
            for (var i = 1; i <= 100; i++)
            {
                column.Item().Height(150).SemanticHeader1().Text($"Heading {i}");
            }
        }).GeneratePdf());

        Assert.True(pdf.TryGetBookmarks(out var bookmarks));
        Assert.Equal(Enumerable.Range(1, 100), bookmarks.Roots.Cast<DocumentBookmarkNode>().Select(node => node.PageNumber));
    }

    private static IEnumerable<BookmarkNode> Flatten(BookmarkNode node) => [node, .. node.Children.SelectMany(Flatten)];

    private static Document Accessible(Action<ColumnDescriptor> content) => PdfProbe
        .Describe(container => container.Column(content))
        .WithSettings(new DocumentSettings { PDFUA_Conformance = PDFUA_Conformance.PDFUA_1 });

    private static void Headings(ColumnDescriptor column)
    {
        column.Item().SemanticHeader1().Text("Report (draft)");
        column.Item().SemanticHeader2().Text("Models");
        column.Item().PageBreak();
        column.Item().SemanticHeader3().Text(text =>
        {
            text.Span("Grö").Bold();
            text.Span("ße");
        });
        column.Item().PageBreak();
        column.Item().SemanticHeader2().Text("Results");
    }
}
