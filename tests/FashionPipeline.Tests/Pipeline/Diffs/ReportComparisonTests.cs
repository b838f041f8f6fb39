using System.Text;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Diffs;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Reporting.Diff;
using FashionPipeline.Tests.Pipeline.Locks;
using FashionPipeline.Tests.Reporting.Diff;
using FashionPipeline.Tests.Repository;

namespace FashionPipeline.Tests.Pipeline.Diffs;

/// <summary>Reports of a repository of their own, of which no store holds anything.</summary>
public sealed class ReportComparisonTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public ReportComparisonTests()
    {
        Directory.CreateDirectory(folder["reports/wide/tables"]);
        File.Copy(Path.Combine(RepositoryFiles.Root, Tolerances.FileName), folder[Tolerances.FileName]);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_compare_the_working_tree_with_the_last_commit()
    {
        Report(accuracy: 0.9, epochs: "5");
        Commit();
        Report(accuracy: 0.8, epochs: "8");

        var diff = Compare().Diff;

        Assert.Equal(Verdict.Worse, diff.Verdict);
        var cause = Assert.Single(diff.Causes);
        Assert.Equal(("setting", "training.epochs", "5", "8"), (cause.Kind, cause.Name, cause.Before, cause.Now));
        Assert.Equal(["train/cnn/1"], cause.Nodes);
        Assert.Equal(0.8, diff.Headline.Now);
        Assert.Equal([new("cnn", "accuracy", "0.9", "0.8")], Assert.Single(diff.Tables).Cells);
        Assert.Equal([new("It is right 0.9 times.", "It is right 0.8 times.")], diff.Text);
        Assert.Contains("train/cnn/1: weights.safetensors differs; the store has not both sides of it.", diff.Notes);
    }

    [Fact]
    public void Should_compare_two_commits_whatever_lies_there_now()
    {
        Report(accuracy: 0.8, epochs: "5");
        Commit();
        Report(accuracy: 0.9, epochs: "5");
        Commit();
        Directory.Delete(folder["reports/wide"], recursive: true);

        var diff = Compare("HEAD~1", "HEAD").Diff;

        Assert.Equal(Verdict.Better, diff.Verdict);
        Assert.Equal(40, diff.To.Commit!.Length);
    }

    [Fact]
    public void Should_call_a_change_equal_that_changes_no_result()
    {
        Report(accuracy: 0.9, epochs: "5");
        Commit();
        Report(accuracy: 0.9, epochs: "5", batchSize: "64");

        var diff = Compare().Diff;

        Assert.Equal(Verdict.Equal, diff.Verdict);
        Assert.Equal("training.batch_size", Assert.Single(diff.Causes).Name);
    }

    [Fact]
    public void Should_not_call_weights_equal_that_differ_where_all_numbers_are()
    {
        Report(accuracy: 0.9, epochs: "5");
        Commit();
        Report(accuracy: 0.9, epochs: "8");

        Assert.Equal(Verdict.WithinTolerance, Compare().Diff.Verdict);
    }

    [Fact]
    public void Should_compare_the_rest_where_a_lock_cannot_be_read()
    {
        Report(accuracy: 0.9, epochs: "5");
        File.WriteAllText(folder["reports/wide/pipeline.lock.json"], """{"stages": {}}""");
        Commit();
        Report(accuracy: 0.8, epochs: "5");

        var diff = Compare().Diff;

        Assert.Equal(Verdict.Worse, diff.Verdict);
        Assert.Contains(diff.Notes, note =>
            note.StartsWith("Causes are unknown: reports/wide of revision 'HEAD'", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_not_call_equal_what_it_cannot_know()
    {
        Report(accuracy: 0.9, epochs: "5");
        Commit();
        File.Delete(folder["reports/wide/pipeline.lock.json"]);

        Assert.Equal(Verdict.WithinTolerance, Compare().Diff.Verdict);
    }

    [Fact]
    public void Should_find_tables_without_locks()
    {
        Report(accuracy: 0.9, epochs: "5");
        File.Delete(folder["reports/wide/pipeline.lock.json"]);
        Commit();
        Report(accuracy: 0.8, epochs: "5");
        File.Delete(folder["reports/wide/pipeline.lock.json"]);

        Assert.Equal("accuracies", Assert.Single(Compare().Diff.Tables).Name);
    }

    [Fact]
    public void Should_remove_its_own_earlier_pictures_and_no_others()
    {
        Report(accuracy: 0.9, epochs: "5");
        Commit();
        Directory.CreateDirectory(folder["diff/pictures"]);
        File.WriteAllText(folder["diff/pictures/holiday.png"], "mine");
        File.WriteAllText(folder["diff/pictures/curve-now.png"], "of an earlier difference");
        File.WriteAllBytes(folder["diff/diff.json"], DiffJson.Write(SampleDiff.With("cnn")));

        Compare().WriteTo(folder["diff"]);

        Assert.Equal(["holiday.png"], Directory.GetFiles(folder["diff/pictures"]).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("{", "is damaged")]
    [InlineData("""{"models": [], "selection": {"model": "cnn"}}""", "There is no model 'cnn'")]
    public void Should_refuse_metrics_that_are_none(string metrics, string message)
    {
        Report(accuracy: 0.9, epochs: "5");
        Commit();
        File.WriteAllText(folder["reports/wide/metrics.json"], metrics);

        Assert.Contains(message, Assert.Throws<InputException>(() => Compare()).Message, StringComparison.Ordinal);
    }

    private ComparedReports Compare(string? from = null, string? to = null) => ReportComparison.Of(
        new() { Root = folder.Path }, new DiffOptions { From = from, To = to, FromExperiment = "wide", ToExperiment = "wide" });

    private void Report(double accuracy, string epochs, string batchSize = "32")
    {
        var text = FormattableString.Invariant($"{accuracy}");
        Write("metrics.json", MetricsComparisonTests.Metrics("cnn", accuracy, 0.3));
        Write("report.md", Encoding.UTF8.GetBytes($"# Wide\n\nIt is right {text} times.\n"));
        var table = Encoding.UTF8.GetBytes($"model,accuracy\ncnn,{text}\n");
        Write("tables/accuracies.csv", table);
        Write(LockFile.FileName, new LockFile
        {
            Experiment = "wide",
            DataSet = "garments",
            Nodes = new(StringComparer.Ordinal)
            {
                ["report"] = new()
                {
                    Code = new('c', 64),
                    Inputs = new(StringComparer.Ordinal) { ["weights"] = "train/cnn/1/weights.safetensors" },
                    Artifacts = new(StringComparer.Ordinal) { ["tables/accuracies.csv"] = Artifact.Of(table).ToString() },
                },
                ["train/cnn/1"] = new()
                {
                    Settings = new(StringComparer.Ordinal) { ["training.epochs"] = epochs, ["training.batch_size"] = batchSize },
                    Code = new('c', 64),
                    Artifacts = new(StringComparer.Ordinal)
                    {
                        ["weights.safetensors"] = Artifact.Of(Encoding.UTF8.GetBytes(epochs)).ToString(),
                    },
                },
            },
        }.ToBytes());
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(folder[$"reports/wide/{name}"], bytes);

    private void Commit() => GitFolder.Commit(folder.Path);
}
