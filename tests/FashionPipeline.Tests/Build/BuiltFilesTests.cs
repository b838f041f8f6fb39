using Build;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline;

namespace FashionPipeline.Tests.Build;

public sealed class BuiltFilesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory().FullName;

    private PipelineOptions Options => new() { Root = root };

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact]
    public void Should_remove_results_and_keep_data_and_committed_files()
    {
        string[] kept =
        [
            ".cache/data/train.gz", "reports/quickstart/report.md", "reports/quickstart/metrics.json",
            "reports/quickstart/tables/accuracies.csv", "reports/quickstart/model/README.md",
        ];
        string[] removed =
        [
            ".cache/records/train/key.json", ".cache/latest/quickstart/select.key", ".cache/blobs/ab/abcdef", ".cache/checkpoints/key",
            ".cache/states/kind.5", "reports/quickstart/report.pdf",
            "reports/quickstart/figures/samples.svg", "reports/quickstart/tables/spectral-embedding.csv",
            "reports/quickstart/model/model.onnx", "reports/quickstart/model/model.safetensors",
        ];
        foreach (var path in kept.Concat(removed).Select(Full))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }

        BuiltFiles.Remove(Options, _ => { });

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

        BuiltFiles.Remove(Options, _ => { });

        Assert.False(Directory.Exists(Full(".cache/blobs")));
        Assert.True(File.Exists(Full("elsewhere/precious")));
    }

    [Fact]
    public async Task Should_take_nothing_away_from_a_run_that_is_at_work()
    {
        Directory.CreateDirectory(Full(".cache/blobs"));
        var run = FileLock.Take(Full(".cache/lock"), () => { });
        var waiting = new TaskCompletionSource();

        var removal = Task.Run(() => BuiltFiles.Remove(Options, _ => waiting.TrySetResult()), TestContext.Current.CancellationToken);
        await waiting.Task;
        Assert.True(Directory.Exists(Full(".cache/blobs")));
        run.Dispose();

        Assert.Equal([Full(".cache/blobs")], await removal);
    }

    [Fact]
    public void Should_find_nothing_in_a_fresh_clone() => Assert.Empty(BuiltFiles.Remove(Options, _ => { }));

    private string Full(string path) => Path.Combine(root, path);
}
