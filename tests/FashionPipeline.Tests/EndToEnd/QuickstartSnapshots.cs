using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>
/// What quickstart's report says, number by number: portable arithmetic gives the same on every machine. The digests of Parquet files alone
/// are taken out, as the runtime's compressor may change with its version.
/// </summary>
[Collection(QuickstartCollection.Name)]
public sealed partial class QuickstartSnapshots(QuickstartRun quickstart)
{
    public static TheoryData<string> Figures { get; } =
    [
        "accuracy-by-coverage", "accuracy-cnn", "accuracy-mlp", "confident-mistakes", "confusion-matrix", "correct-predictions",
        "incorrect-predictions", "label-percent-correct", "loss-cnn", "loss-mlp", "network-cnn", "network-mlp", "precision-recall",
        "reliability-diagram", "samples", "spectral-embedding", "validation-accuracies",
    ];

    [Fact]
    public async Task Should_keep_the_report_as_it_was_accepted()
    {
        quickstart.RequireReport();

        await VerifyFile(Path.Combine(quickstart.Report, "report.md"))
            .UseFileName("quickstart.report")
            .ScrubLinesWithReplace(line => ParquetDigest().Replace(line, "$1(digest)"));
    }

    [Fact]
    public async Task Should_keep_the_metrics_as_they_were_accepted()
    {
        quickstart.RequireReport();

        await VerifyFile(Path.Combine(quickstart.Report, "metrics.json")).UseFileName("quickstart.metrics");
    }

    [Fact]
    public async Task Should_keep_the_text_of_every_page_as_it_was_accepted()
    {
        quickstart.RequireReport();
        using var pdf = PdfDocument.Open(Path.Combine(quickstart.Report, "report.pdf"));

        await Verify(PdfText.Pages(pdf))
            .UseFileName("quickstart.pages")
            .ScrubLinesWithReplace(line => ParquetDigest().Replace(line, "$1(digest)"));
    }

    [Fact]
    public async Task Should_keep_the_outline_and_the_links_as_they_were_accepted()
    {
        quickstart.RequireReport();
        using var pdf = PdfDocument.Open(Path.Combine(quickstart.Report, "report.pdf"));

        await Verify($"[outline]\n{PdfText.Outline(pdf)}\n\n[links]\n{PdfText.Links(pdf)}").UseFileName("quickstart.outline");
    }

    [Fact]
    public void Should_have_accepted_every_figure()
    {
        quickstart.RequireReport();

        var files = Directory.EnumerateFiles(Path.Combine(quickstart.Report, "figures"), "*.svg");
        Assert.Equal(
            files.Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Figures.Select(row => row.Data).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task Should_keep_the_figure_as_it_was_accepted(string figure)
    {
        quickstart.RequireReport();
        var path = Path.Combine(quickstart.Report, "figures", figure + ".svg");
        var svg = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

        await Verify(SvgText.Shorten(svg)).UseDirectory("figures").UseFileName(figure);
    }

    [GeneratedRegex(@"(\.parquet .*)[0-9a-f]{64}")]
    private static partial Regex ParquetDigest();
}
