using System.Text;
using System.Xml.Linq;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Pdf;
using FashionPipeline.Tests.Build;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace FashionPipeline.Tests.Reporting.Pdf;

/// <summary>The report for readers that cannot see it: what PDF/UA-1 (ISO 14289-1) asks of a file and programs can check.</summary>
public sealed class AccessibilityTests
{
    private static readonly IReadOnlyList<Block> Blocks = ReportDocument.Compose(SampleReport.Create());

    private static readonly Lazy<byte[]> Rendered = new(() => PdfRenderer.ToBytes(Blocks, "Ten kinds of garments"));

    [Fact]
    public void Should_give_every_content_one_place_in_the_tree_and_mark_all_else_as_artifact()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);

        Assert.Empty(new TaggedPdf(pdf).Faults());
    }

    [Fact]
    public void Should_name_headings_figures_captions_and_lists_in_the_order_of_the_report()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);
        var elements = new TaggedPdf(pdf).Elements;

        var headings = Blocks.OfType<HeadingBlock>().Select(heading => $"H{heading.Level}");
        Assert.Equal(headings, elements.Select(element => element.Type).Where(type => type is ['H', _]));
        var figures = Blocks.OfType<FigureBlock>().Select(block => block.Figure.AlternativeText);
        Assert.Equal(figures, elements.Where(element => element.Type == "Figure").Select(element => element.AlternativeText));

        // Each figure, each table, and the contents have one.
        var captions = Blocks.Count(block => block is FigureBlock or TableBlock) + 1;
        Assert.Equal(captions, elements.Count(element => element.Type == "Caption"));
        var items = Blocks.OfType<ListBlock>().Sum(list => list.Items.Count)
            + Blocks.OfType<SourcesBlock>().Sum(list => list.Sources.Count);
        Assert.All(["LI", "Lbl", "LBody"], type => Assert.Equal(items, elements.Count(element => element.Type == type)));
        Assert.Equal(Blocks.OfType<HeadingBlock>().Count() - 1, elements.Count(element => element.Type == "TOCI"));
    }

    [Fact]
    public void Should_tell_the_headers_of_tables_from_their_values()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);
        var elements = new TaggedPdf(pdf).Elements;

        var tables = Blocks.OfType<TableBlock>().ToList();
        Assert.Equal(tables.Count, elements.Count(element => element.Type == "Table"));
        Assert.Equal(tables.Sum(table => table.Rows.Count + 1), elements.Count(element => element.Type == "TR"));
        Assert.Equal(tables.Sum(table => table.Columns.Count), elements.Count(element => element is { Type: "TH", Scope: "Column" }));
        int RowHeads(TableBlock table) => Enumerable.Range(0, table.Columns.Count).Count(table.IsRowHead);
        Assert.Contains(tables, table => RowHeads(table) > 1);
        Assert.Equal(
            tables.Sum(table => table.Rows.Count * RowHeads(table)), elements.Count(element => element is { Type: "TH", Scope: "Row" }));
        Assert.Equal(
            tables.Sum(table => table.Rows.Count * (table.Columns.Count - RowHeads(table))),
            elements.Count(element => element.Type == "TD"));
        var meanings = tables.SelectMany(table => table.Columns).Select(column => column.Meaning).OfType<string>().ToList();
        Assert.NotEmpty(meanings);
        Assert.Equal(meanings, elements.Where(element => element.Type == "Span").Select(element => element.AlternativeText));
    }

    [Fact]
    public void Should_say_where_links_lead()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);
        var file = new TaggedPdf(pdf);

        var links = pdf.GetPages().SelectMany(file.LinksOf).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.NotEmpty(TaggedPdf.Text(link, "Contents")!));
        Assert.All(
            pdf.GetPages().Where(page => page.Dictionary.Data.ContainsKey("Annots")),
            page => Assert.Equal("S", ((NameToken)page.Dictionary.Data["Tabs"]).Data));
    }

    [Fact]
    public void Should_state_title_language_and_conformance_and_no_time()
    {
        using var pdf = PdfDocument.Open(Rendered.Value);
        var catalogue = new TaggedPdf(pdf).Catalogue;

        Assert.Equal("en", ((StringToken)catalogue.Data["Lang"]).Data);
        Assert.Same(BooleanToken.True, ((DictionaryToken)catalogue.Data["MarkInfo"]).Data["Marked"]);
        Assert.Same(BooleanToken.True, ((DictionaryToken)catalogue.Data["ViewerPreferences"]).Data["DisplayDocTitle"]);
        Assert.True(pdf.TryGetXmpMetadata(out var metadata));
        var description = metadata.GetXDocument().Descendants().First(element => element.Name.LocalName == "Description");
        Assert.Equal("1", description.Element(XName.Get("part", "http://www.aiim.org/pdfua/ns/id/"))?.Value);
        Assert.Equal(pdf.Information.Title, description.Element(XName.Get("title", "http://purl.org/dc/elements/1.1/"))?.Value);
        Assert.DoesNotContain(description.Elements(), element => element.Name.LocalName.EndsWith("Date", StringComparison.Ordinal));
        Assert.Null(pdf.Information.CreationDate);
    }

    [Fact]
    public async Task Should_be_read_in_order_by_another_program()
    {
        var read = await Run("pdfinfo", "poppler-utils", "-struct-text");

        Assert.Equal(("", 0), (read.Errors, read.ExitCode));
        var at = 0;
        foreach (var heading in Blocks.OfType<HeadingBlock>())
        {
            var found = read.Output.IndexOf($"H{heading.Level} (block)\n    \"{heading.Text}\"", at, StringComparison.Ordinal);
            Assert.True(found > at, $"{heading.Text} is not where it should be.");
            at = found;
        }

        // Where a line ends a word does, too.
        var longest = Blocks.OfType<ParagraphBlock>().MaxBy(paragraph => paragraph.Text.ToString().Length)!.Text.Pieces
            .MaxBy(piece => piece.Text.Length).Text;
        Assert.Contains(longest.Trim(), read.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_be_a_sound_file_to_another_program()
    {
        var check = await Run("qpdf", "qpdf", "--check");

        Assert.Equal(("", 0), (check.Errors, check.ExitCode));
        Assert.DoesNotContain("WARNING", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_have_an_id_that_comes_of_its_content()
    {
        var other = PdfRenderer.ToBytes([new HeadingBlock(1, "Another")]);

        Assert.NotEqual(Id(Rendered.Value), Id(other));
        Assert.Equal(Id(Rendered.Value), Id(PdfRenderer.ToBytes(Blocks, "Ten kinds of garments")));
    }

    private static string Id(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        return text[text.LastIndexOf("/ID [", StringComparison.Ordinal)..][..75];
    }

    private static async Task<ScriptRun> Run(string program, string package, string option)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"No {program}: install Debian's package {package}.");
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "report.pdf");
        await File.WriteAllBytesAsync(file, Rendered.Value, TestContext.Current.CancellationToken);
        return await ScriptRun.Of(path!, folder.Path, [option, file]);
    }
}
