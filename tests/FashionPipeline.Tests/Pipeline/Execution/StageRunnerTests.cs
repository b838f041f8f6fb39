using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Store;
using Spectre.Console;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed class StageRunnerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_run_once_and_reuse_afterwards()
    {
        var runs = 0;

        Run(Task("5", () => ++runs));
        var record = Run(Task("5", () => ++runs));

        Assert.Equal(1, runs);
        Assert.Equal([1], new BlobStore(folder.Path).Read(record["count"]));
        Assert.Equal(["train/mlp/1  run (no earlier result)", "train/mlp/1  reused"], Lines);
    }

    [Fact]
    public void Should_say_which_setting_made_it_run_again_and_remember_both_results()
    {
        var runs = 0;

        Run(Task("5", () => ++runs));
        Run(Task("8", () => ++runs));
        Run(Task("5", () => ++runs));

        Assert.Equal(2, runs);
        Assert.Equal(
            ["train/mlp/1  run (no earlier result)", "train/mlp/1  run (training.epochs 5 -> 8)", "train/mlp/1  reused"], Lines);
    }

    [Fact]
    public void Should_quarantine_a_damaged_artifact_and_make_it_again()
    {
        var record = Run(Task("5", () => 7));
        var blob = folder[Path.Combine("blobs", record["count"].Sha256[..2], record["count"].Sha256)];
        File.WriteAllBytes(blob, [8]);

        var again = Run(Task("5", () => 7));

        Assert.Equal([7], new BlobStore(folder.Path).Read(again["count"]));
        Assert.Equal([8], File.ReadAllBytes(folder[Path.Combine("quarantine", record["count"].Sha256)]));
        Assert.Contains(Lines, line => line.Contains("was damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_run_again_where_the_record_is_damaged()
    {
        Run(Task("5", () => 7));
        var record = folder.Files.Single(file => file.StartsWith("records/train/", StringComparison.Ordinal));
        File.WriteAllText(folder[record], "{ \"id\": ");

        Assert.Equal([7], new BlobStore(folder.Path).Read(Run(Task("5", () => 7))["count"]));
    }

    [Fact]
    public void Should_leave_nothing_of_a_task_that_failed()
    {
        Assert.Throws<InvalidOperationException>(() => Run(Task("5", () => throw new InvalidOperationException())));

        Assert.Empty(folder.Files);
    }

    private string[] Lines => output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private static StageTask Task(string epochs, Func<int> work) => new()
    {
        Id = "train/mlp/1",
        Key = new StageKey().With("training.epochs", epochs),
        Work = () => new Dictionary<string, byte[]> { ["count"] = [(byte)work()] },
    };

    private StageRecord Run(StageTask task)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        return new StageRunner(new BlobStore(folder.Path), new RecordStore(folder.Path, "test"), new Display(console), new RunLog()).Run(task);
    }
}
