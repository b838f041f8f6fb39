using FashionPipeline.Tests.Reporting.Pdf;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Actions;

namespace FashionPipeline.Tests.StandIns.QuestPDF;

public sealed class TaggingTests
{
    [Fact]
    public void Should_take_text_for_a_paragraph_where_nothing_else_is_said_of_it() => Assert.Equal(
        ["Document", "Document P", "Document Div", "Div P", "Document Caption"],
        Read(column =>
        {
            column.Item().Text("first");
            column.Item().SemanticDivision().Text("second");
            column.Item().SemanticCaption().Text("third");
        }));

    [Fact]
    public void Should_keep_a_paragraph_of_three_pages_one()
    {
        using var pdf = Open(column => column.Item().Text(string.Join(' ', Enumerable.Repeat("The same inputs give the same bytes.", 40))));
        var file = new TaggedPdf(pdf);

        var paragraph = Assert.Single(file.Elements, element => element.Type == "P");
        Assert.Equal([1, 2, 3], paragraph.Content.Select(content => content.Page));
        Assert.Empty(file.Faults());
    }

    [Fact]
    public void Should_make_a_link_within_text_part_of_its_paragraph()
    {
        using var pdf = Open(column =>
        {
            column.Item().Text(text =>
            {
                text.Span("See ");
                text.SectionLink("there", "target");
                text.Span(".");
            });
            column.Item().Section("target").Text("Here");
        });
        var file = new TaggedPdf(pdf);

        Assert.Equal(["Document", "P", "Link", "P"], file.Elements.Select(element => element.Type));
        var link = file.Elements[2];
        Assert.Equal((file.Elements[1], 1, 1), (link.Parent, link.Content.Count, link.Links.Count));
        Assert.Equal(2, file.Elements[1].Content.Count);
        Assert.Empty(file.Faults());
    }

    [Fact]
    public void Should_lead_nowhere_where_there_is_no_such_section()
    {
        using var pdf = Open(column => column.Item().SectionLink("nowhere").Text("there"));

        Assert.Empty(pdf.GetPage(1).GetAnnotations());
    }

    [Fact]
    public void Should_lead_to_an_address()
    {
        const string Address = "https://example.org/paper?page=(1)";
        using var pdf = Open(column => column.Item().Text(text => text.Hyperlink("a paper", Address)));
        var file = new TaggedPdf(pdf);

        Assert.Equal(Address, Assert.Single(pdf.GetPage(1).GetAnnotations()).Action is UriAction action ? action.Uri : null);
        Assert.Single(file.Elements.Single(element => element.Type == "Link").Links);
        Assert.Empty(file.Faults());
    }

    [Fact]
    public void Should_name_the_header_of_a_table_once_though_each_page_shows_it()
    {
        using var pdf = Open(column => column.Item().SemanticTable().Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.RelativeColumn();
                columns.RelativeColumn();
            });
            table.Header(header =>
            {
                header.Cell().Text("Name");
                header.Cell().Text("Value");
            });
            for (var row = 0; row < 20; row++)
            {
                table.Cell().AsSemanticHorizontalHeader().Text("row");
                table.Cell().Text("value");
            }
        }));
        var file = new TaggedPdf(pdf);

        Assert.True(pdf.NumberOfPages > 1);
        Assert.All(pdf.GetPages(), page => Assert.Contains("Name", page.Text, StringComparison.Ordinal));
        Assert.Equal(2, file.Elements.Count(element => element.Scope == "Column"));
        Assert.Equal(20, file.Elements.Count(element => element.Scope == "Row"));
        Assert.Equal(21, file.Elements.Count(element => element.Type == "TR"));
        Assert.Empty(file.Faults());
    }

    [Fact]
    public void Should_take_headers_footers_and_rules_for_artifacts()
    {
        using var pdf = Open(
            column => column.Item().LineHorizontal(1),
            page =>
            {
                page.Header().Text("header");
                page.Footer().Text("footer");
            });
        var file = new TaggedPdf(pdf);

        Assert.Equal("Document", Assert.Single(file.Elements).Type);
        Assert.Contains("header", pdf.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Empty(file.Faults());
    }

    [Fact]
    public void Should_write_no_tags_unless_the_document_is_to_be_accessible()
    {
        using var pdf = PdfProbe.Open(PdfProbe.Describe(content => content.SemanticHeader1().Text("x")));

        Assert.False(pdf.Structure.Catalog.CatalogDictionary.Data.ContainsKey("StructTreeRoot"));
        Assert.Equal("x", pdf.GetPage(1).Text.Trim());
        Assert.DoesNotContain(pdf.GetPage(1).Operations, operation => operation.Operator == "BDC");
    }

    private static IEnumerable<string> Read(Action<ColumnDescriptor> content)
    {
        using var pdf = Open(content);
        return new TaggedPdf(pdf).Elements.Select(element => $"{element.Parent?.Type} {element.Type}".Trim());
    }

    private static PdfDocument Open(Action<ColumnDescriptor> content, Action<PageDescriptor>? page = null) => PdfProbe.Open(PdfProbe
        .Describe(container => container.Column(content), page)
        .WithSettings(new DocumentSettings { PDFUA_Conformance = PDFUA_Conformance.PDFUA_1 }));
}
