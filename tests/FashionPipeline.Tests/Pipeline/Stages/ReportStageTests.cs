using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class ReportStageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_remove_figures_and_tables_of_an_earlier_report_and_nothing_else()
    {
        Directory.CreateDirectory(folder["report/figures"]);
        Directory.CreateDirectory(folder["report/tables"]);
        File.WriteAllText(folder["report/figures/gone.png"], "old");
        File.WriteAllText(folder["report/tables/gone.csv"], "old");
        File.WriteAllText(folder["report/tables/kept.csv"], "old");
        File.WriteAllText(folder["report/pipeline.lock.json"], "{}");
        var blobs = new BlobStore(folder["store"]);
        var record = new StageRecord
        {
            Id = "report",
            Key = "key",
            Components = [],
            Outputs = new() { ["report.md"] = blobs.Publish([1]), ["tables/kept.csv"] = blobs.Publish([2]) },
        };

        ReportStage.LayOut(record, blobs, folder["report"]);

        Assert.Equal(
            ["report/pipeline.lock.json", "report/report.md", "report/tables/kept.csv"],
            folder.Files.Where(file => file.StartsWith("report/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal([2], File.ReadAllBytes(folder["report/tables/kept.csv"]));
    }
}
