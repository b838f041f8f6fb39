using System.Text.RegularExpressions;

namespace FashionPipeline.Tests.EndToEnd;

/// <summary>
/// What quickstart's report says, number by number: portable arithmetic gives the same on every machine. The digests of Parquet files alone
/// are taken out, as the runtime's compressor may change with its version.
/// </summary>
[Collection(QuickstartCollection.Name)]
public sealed partial class QuickstartSnapshots(QuickstartRun quickstart)
{
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

    [GeneratedRegex(@"(\.parquet .*)[0-9a-f]{64}")]
    private static partial Regex ParquetDigest();
}
