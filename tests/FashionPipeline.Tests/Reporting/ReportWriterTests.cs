using System.Security.Cryptography;
using System.Text;
using FashionPipeline.Reporting;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Tables;

namespace FashionPipeline.Tests.Reporting;

/// <summary>The files of a report. What they say is tested where it is written: in blocks, tables, figures and metrics.</summary>
public sealed class ReportWriterTests
{
    // The one report whose files these tests look at: it is rendered once.
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Rendered = new(() => ReportWriter.Render(SampleReport.Create()));

    [Fact]
    public void Should_render_every_format_every_figure_and_every_table_and_nothing_else()
    {
        var content = SampleReport.Create();
        var figures = ReportDocument.Compose(content).OfType<FigureBlock>().Select(block => block.Figure.Name).ToList();

        string[] files =
        [
            "report.pdf", "report.md", "report.html", "metrics.json", "croissant.json", "ro-crate-metadata.json",
            .. figures.Select(figure => $"figures/{figure}.svg"),
            .. figures.Select(figure => $"figures/{figure}.png"),
            .. ReportTables.Of(content).Select(table => $"tables/{table.Name}.csv"),
            .. new[] { "accuracies", "classification-report", "confusion-matrix", "source-comparison" }.Select(table =>
                $"tables/{table}.tex"),
        ];
        Assert.Equal(files.Order(StringComparer.Ordinal), Rendered.Value.Keys.Order(StringComparer.Ordinal));
        Assert.All(Rendered.Value.Values, Assert.NotEmpty);
    }

    [Fact]
    public void Should_link_only_figures_that_exist()
    {
        var lines = Encoding.UTF8.GetString(Rendered.Value["report.md"]).Split('\n');

        var links = lines.Where(line => line.StartsWith("![", StringComparison.Ordinal))
            .Select(line => line.Split("](")[1].TrimEnd(')'))
            .ToList();
        Assert.Equal(17, links.Count);
        Assert.All(links, link => Assert.Contains(link, Rendered.Value.Keys));
        Assert.All(links, link => Assert.Contains(Path.ChangeExtension(link, ".svg"), Rendered.Value.Keys));
    }

    [Fact]
    public void Should_give_equal_bytes_in_every_culture() => Assert.Equal(
        Digests(Rendered.Value), Digests(CommaCulture.Run(() => ReportWriter.Render(SampleReport.Create()))));

    private static IEnumerable<string> Digests(IReadOnlyDictionary<string, byte[]> files) =>
        files.OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => $"{file.Key} {Convert.ToHexString(SHA256.HashData(file.Value))}");
}
