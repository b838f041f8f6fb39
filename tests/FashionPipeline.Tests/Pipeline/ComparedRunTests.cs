using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Plans;

namespace FashionPipeline.Tests.Pipeline;

/// <summary>A report that is compared with the committed metrics of another experiment.</summary>
public sealed class ComparedRunTests : IDisposable
{
    private const string Name = "reports/seeds/metrics.json";

    private readonly TinyRun tiny = new();

    public ComparedRunTests()
    {
        File.WriteAllText(tiny["experiments/seeds.yaml"], "extends: base\nseeds: [1, 2, 3]\n");
        File.WriteAllText(tiny["experiments/tiny.yaml"], "extends: base\ntitle: Tiny\ncompare_with: [seeds]\n");
    }

    public void Dispose() => tiny.Dispose();

    [Fact]
    public void Should_say_what_to_make_where_the_metrics_are_missing_or_broken()
    {
        AssertAsked($"compare_with names 'seeds', whose metrics are not there: {Name} is missing.\n");

        Directory.CreateDirectory(tiny["reports/seeds"]);
        File.WriteAllText(tiny[Name], "{}");

        AssertAsked($"compare_with names 'seeds', whose metrics cannot be read: {Name}: There is no 'models'.\n");
    }

    [Fact]
    public void Should_set_the_seed_beside_the_others_and_keep_the_digest_in_the_lock()
    {
        Report();

        using var json = JsonDocument.Parse(File.ReadAllBytes(tiny["reports/tiny/metrics.json"]));
        var metrics = json.RootElement.GetProperty("seedComparisons")[0];
        Assert.Equal(("seeds", 1), (metrics.GetProperty("name").GetString(), metrics.GetProperty("seed").GetInt32()));
        Assert.Equal(3, metrics.GetProperty("models")[0].GetProperty("seeds").GetInt32());
        var path = tiny["reports/tiny/pipeline.lock.json"];
        var report = LockFile.Read(File.ReadAllBytes(path), path).Nodes["report"];
        Assert.Equal(Artifact.Of(File.ReadAllBytes(tiny[Name])).Sha256, report.Settings![Name]);
        Assert.Equal("[seeds]", report.Settings["compare_with"]);
        Assert.Contains(Name, File.ReadAllText(tiny["reports/tiny/report.md"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_render_again_and_train_nothing_where_the_metrics_change_and_name_them_as_the_cause()
    {
        Report();
        Assert.NotNull(IdleRun.Find(tiny.Options));
        Assert.All(Plan().Nodes, node => Assert.Equal(PlanState.Current, node.State));

        File.AppendAllText(tiny[Name], "\n");

        Assert.Null(IdleRun.Find(tiny.Options));
        var due = Assert.Single(Plan().Nodes, node => node.State != PlanState.Current);
        Assert.Equal("report", due.Node);
        Assert.StartsWith($"{Name} ", due.Reason, StringComparison.Ordinal);
        using var pipeline = ExperimentPipeline.Open(tiny.Options);
        var cause = Assert.Single(Assert.Single(pipeline.Explain().Nodes).Causes);
        Assert.Equal(Name, cause.Name);
    }

    [Fact]
    public void Should_read_what_is_committed_wherever_the_reports_go()
    {
        Report();
        var elsewhere = tiny.Options with { ReportsFolder = tiny["elsewhere"], CacheFolder = tiny["empty"] };

        TinyRun.Report(elsewhere);

        Assert.Equal(File.ReadAllBytes(tiny["reports/tiny/report.md"]), File.ReadAllBytes(tiny["elsewhere/tiny/report.md"]));
        Assert.Equal(
            File.ReadAllBytes(tiny["reports/tiny/pipeline.lock.json"]), File.ReadAllBytes(tiny["elsewhere/tiny/pipeline.lock.json"]));
    }

    // A model of the same name that was trained otherwise is no other draw of the same.
    [Fact]
    public void Should_compare_no_model_that_a_variant_trains_otherwise()
    {
        Report();
        var variant = tiny.Options with { Overrides = ["training.batch_size=7"], VariantName = "other" };

        TinyRun.Report(variant);

        Assert.Contains(
            "Model 1 (mlp) is not compared: with seed 1 it came to other figures in seeds.",
            File.ReadAllText(tiny["reports/tiny@other/report.md"]), StringComparison.Ordinal);
    }

    private void Report()
    {
        TinyRun.Report(tiny.Options with { Experiment = "seeds" });
        TinyRun.Report(tiny.Options);
    }

    private PipelinePlan Plan()
    {
        using var pipeline = ExperimentPipeline.Open(tiny.Options);
        return pipeline.Plan();
    }

    private void AssertAsked(string message)
    {
        var fault = Assert.Throws<InputException>(() => ExperimentPipeline.Open(tiny.Options));
        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal((Remedy.MakeReport, "seeds"), (fault.Remedy, fault.Experiment));
    }
}
