using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Reports;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Reports;

public sealed class ReportFolderTests : IDisposable
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
        var blobs = new BlobStore(new StoreLayout(folder["store"]));
        var files = new Dictionary<string, Artifact> { ["report.md"] = blobs.Publish([1]), ["tables/kept.csv"] = blobs.Publish([2]) };

        new ReportFolder(folder["report"]).LayOut(files, blobs);

        Assert.Equal(
            ["report/pipeline.lock.json", "report/report.md", "report/tables/kept.csv"],
            folder.Files.Where(file => file.StartsWith("report/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal([2], File.ReadAllBytes(folder["report/tables/kept.csv"]));
    }
}
