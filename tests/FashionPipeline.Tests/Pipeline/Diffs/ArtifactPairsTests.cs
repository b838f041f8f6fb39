using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Diffs;

namespace FashionPipeline.Tests.Pipeline.Diffs;

public sealed class ArtifactPairsTests
{
    [Theory]
    [InlineData("confusion-matrix-now", "confusion-matrix-now.png")]
    [InlineData("../../.bashrc", "_______bashrc.png")]
    [InlineData("C:\\x", "C__x.png")]
    [InlineData("flips-größe-1", "flips-gr__e-1.png")]
    public void Should_make_no_path_of_what_a_lock_names(string name, string file)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["reports/wide"]);
        var report = ReportVersion.Find(new PipelineOptions { Root = folder.Path }, null, "wide");
        var artifacts = new ArtifactPairs(report, report);

        Assert.Equal(file, artifacts.Keep(name, [1]));
        Assert.Equal([file], artifacts.Pictures.Keys);
    }
}
