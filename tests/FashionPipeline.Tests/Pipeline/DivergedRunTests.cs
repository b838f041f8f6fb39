using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Tests.Pipeline;

public sealed class DivergedRunTests(TinyRun tiny) : IClassFixture<TinyRun>
{
    [Fact]
    public void Should_train_and_report_the_others_and_say_which_one_failed_and_why()
    {
        var options = Write("deep", Model("deep", layers: 25), Model("flat", layers: 1), Model("other", layers: 1));

        var failure = Assert.Single(Report(options));

        Assert.Equal(("deep", 1UL), (failure.Model, failure.Seed));
        Assert.Matches(@"^the (validation loss|loss of step \d+) of epoch \d+ is (NaN|Infinity)$", failure.Reason);
        var report = File.ReadAllText(tiny["reports/deep/report.md"]);
        Assert.Contains($"Model deep is not in this report: its training with seed 1 failed, as {failure.Reason}.", report,
            StringComparison.Ordinal);
        Assert.Contains("is the best of 2 models", report, StringComparison.Ordinal);
        Assert.Contains($"\"reason\": \"{failure.Reason}\"", File.ReadAllText(tiny["reports/deep/metrics.json"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_try_again_the_next_time_as_there_is_no_result()
    {
        var options = Write("again", Model("deep", layers: 25), Model("flat", layers: 1));
        Report(options);

        Assert.Null(IdleRun.Find(options));
        Assert.Single(Report(options));
    }

    [Fact]
    public void Should_fail_where_no_model_is_left()
    {
        var fault = Assert.Throws<DivergenceException>(() => Report(Write("alone", Model("deep", layers: 25))));

        Assert.Contains("diverged", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Try a smaller learning rate", fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(tiny["reports/alone"]));
    }

    private static IReadOnlyList<FailedRun> Report(PipelineOptions options)
    {
        using var pipeline = ExperimentPipeline.Open(options);
        foreach (var stage in Enum.GetValues<Stage>())
        {
            pipeline.Run(stage);
        }

        return pipeline.Failures;
    }

    // Each step moves each weight by one: what many layers make of that is soon no number.
    private PipelineOptions Write(string name, params string[] models)
    {
        File.WriteAllText(tiny[$"experiments/{name}.yaml"],
            $"title: Deep\ndata_set: dots\nseeds: [1]\ntraining: {{epochs: 2, batch_size: 20, learning_rate: 1}}\nmodels:\n"
            + string.Concat(models));
        return tiny.Options with { Experiment = name };
    }

    private static string Model(string name, int layers) =>
        $"  - {{name: {name}, title: {name}, input: raw, layers: [flatten, "
            + string.Concat(Enumerable.Repeat("dense: {units: 64, activation: relu}, ", layers))
            + "dense: {units: 10, activation: softmax}]}\n";
}
