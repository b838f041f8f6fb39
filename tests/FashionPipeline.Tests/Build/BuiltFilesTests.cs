using Build;
using FashionPipeline.Pipeline;

namespace FashionPipeline.Tests.Build;

public sealed class BuiltFilesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Should_remove_results_and_keep_data_and_committed_files()
    {
        string[] kept = [".cache/data/train.gz", "reports/quickstart/report.md", "reports/quickstart/metrics.json", "reports/quickstart/tables/accuracies.csv"];
        string[] removed =
        [
            ".cache/records/train/key.json", ".cache/blobs/ab/abcdef", "reports/quickstart/report.pdf",
            "reports/quickstart/figures/samples.svg", "reports/quickstart/tables/spectral-embedding.csv",
        ];
        foreach (var path in kept.Concat(removed).Select(Full))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }

        BuiltFiles.Remove(new PipelineOptions { Root = _root });

        Assert.All(kept, path => Assert.True(File.Exists(Full(path)), path));
        Assert.All(removed, path => Assert.False(File.Exists(Full(path)), path));
    }

    [Fact]
    public void Should_not_follow_a_link_out_of_the_store()
    {
        Directory.CreateDirectory(Full("elsewhere"));
        File.WriteAllText(Full("elsewhere/precious"), "");
        Directory.CreateDirectory(Full(".cache"));
        Directory.CreateSymbolicLink(Full(".cache/blobs"), Full("elsewhere"));

        BuiltFiles.Remove(new PipelineOptions { Root = _root });

        Assert.False(Directory.Exists(Full(".cache/blobs")));
        Assert.True(File.Exists(Full("elsewhere/precious")));
    }

    [Fact]
    public void Should_find_nothing_in_a_fresh_clone() => Assert.Empty(BuiltFiles.Remove(new PipelineOptions { Root = _root }));

    private string Full(string path) => Path.Combine(_root, path);
}
