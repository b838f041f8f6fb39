using QuestPDF.Drawing.Exceptions;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace FashionPipeline.Tests.StandIns.QuestPDF;

public sealed class DocumentTests
{
    private static string Sentence(int count) => string.Join(" ", Enumerable.Repeat("The same inputs give the same bytes.", count));

    [Fact]
    public void Should_give_the_same_bytes_twice() =>
        Assert.Equal(
            PdfProbe.Describe(content => content.Text(Sentence(40))).GeneratePdf(),
            PdfProbe.Describe(content => content.Text(Sentence(40))).GeneratePdf());

    [Fact]
    public void Should_write_title_and_author()
    {
        using var pdf = PdfProbe.Open(PdfProbe.Describe(content => content.Text("x"))
            .WithMetadata(new DocumentMetadata { Title = "A report", Author = "An author" }));

        Assert.Equal(("A report", "An author"), (pdf.Information.Title, pdf.Information.Author));
        Assert.Null(pdf.Information.CreationDate);
    }

    [Fact]
    public void Should_repeat_header_and_footer_with_page_number_and_total()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(
            content => content.Column(column =>
            {
                column.Item().Text("first");
                column.Item().PageBreak();
                column.Item().Text("second");
            }),
            page =>
            {
                page.Header().Text("running");
                page.Footer().Text(text =>
                {
                    text.CurrentPageNumber();
                    text.Span(" of ");
                    text.TotalPages();
                });
            }));

        Assert.Equal(["running first 1 of 2", "running second 2 of 2"], pages);
    }

    [Fact]
    public void Should_know_the_page_of_a_section_that_comes_later()
    {
        var pages = PdfProbe.Texts(PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().Text(text => text.BeginPageNumberOfSection("results"));
            column.Item().PageBreak();
            column.Item().PageBreak();
            column.Item().Section("results").Text("Results");
        })));

        Assert.Equal(["3", "", "Results"], pages);
    }

    [Fact]
    public void Should_link_to_sections()
    {
        var document = PdfProbe.Describe(content => content.Column(column =>
        {
            column.Item().SectionLink("target").Text("inside");
            column.Item().Text(text => text.SectionLink("inside", "target"));
            column.Item().Section("target").Text("here");
        }));

        using var pdf = PdfProbe.Open(document);
        Assert.Equal(2, pdf.GetPage(1).GetAnnotations().Count());
    }

    [Fact]
    public void Should_name_the_element_that_does_not_fit()
    {
        var error = Assert.Throws<DocumentLayoutException>(() =>
            PdfProbe.Describe(content => content.Column(column => column.Item().ShowEntire().Text(Sentence(100)))).GeneratePdf());

        Assert.StartsWith("The provided document content contains conflicting size constraints.", error.Message);
        Assert.Contains("ShowEntire", error.Message);
        Assert.Contains("Text", error.Message);
    }

    [Fact]
    public void Should_refuse_a_second_child_of_one_container() =>
        Assert.Throws<DocumentComposeException>(() => PdfProbe.Describe(content =>
        {
            content.Text("one");
            content.Text("two");
        }).GeneratePdf());
}
