using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Pipeline.Submissions;

namespace FashionPipeline.Tests.Pipeline.Submissions;

/// <summary>What jobs do, one after another, without a cluster around them.</summary>
public sealed class SubmittedNodeTests(TinyRun tiny) : IClassFixture<TinyRun>
{
    // Each step moves each weight by one: what many layers make of that is soon no number.
    private const int ManyLayers = 25;

    private static int tests;

    // Each test has images of its own, so that no result of another one is there.
    private readonly int number = Interlocked.Increment(ref tests);

    private string Name => $"jobs-{number}";

    private PipelineOptions Options => tiny.Options with { Experiment = Name };

    private SubmissionFolder Folder => new(new StoreLayout(Options.Cache), Name);

    [Fact]
    public void Should_run_its_step_and_no_other_one()
    {
        Write(Model("flat", 1), Model("other", 2));
        var steps = Submit();

        Run("preprocess", "train/flat/1");

        Assert.Equal(["preprocess", "train/flat/1"], Current(steps));
    }

    [Fact]
    public void Should_lay_out_the_report_with_the_last_step()
    {
        Write(Model("flat", 1), Model("other", 2));

        Run([.. Submit()]);

        Assert.True(File.Exists(tiny[$"reports/{Name}/report.pdf"]));
        Assert.True(File.Exists(tiny[$"reports/{Name}/pipeline.lock.json"]));
    }

    // Who does not know what was submitted submits it twice, and cancels nothing.
    [Fact]
    public void Should_not_take_a_damaged_list_of_what_was_submitted_for_none()
    {
        Write(Model("flat", 1), Model("other", 2));
        Submit();
        var ledger = Path.Combine(new StoreLayout(Options.Cache).Submission(Name), "submission");
        File.AppendAllText(ledger, "x");

        var fault = Assert.Throws<InputException>(() => Folder.Read());

        Assert.StartsWith($"{ledger} is damaged: what was submitted of '{Name}' is not known.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_fail_by_name_where_what_it_needs_is_not_there()
    {
        Write(Model("flat", 1), Model("other", 2));
        Submit();

        var fault = Assert.Throws<InputException>(() => Run("evaluate/flat/1"));

        Assert.Equal(
            "evaluate/flat/1 was to run, but what it needs is not in the store: preprocess, train/flat/1.\nSubmit the experiment again.",
            fault.Message);
    }

    [Fact]
    public void Should_run_nothing_that_was_not_submitted()
    {
        Write(Model("flat", 1), Model("other", 2));

        var fault = Assert.Throws<InputException>(() => Run("preprocess"));

        Assert.StartsWith($"preprocess of '{Name}' was not submitted.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_run_nothing_where_a_setting_changed_since()
    {
        Write(Model("flat", 1), Model("other", 2));
        var steps = Submit();
        Write(Model("flat", 3), Model("other", 2));

        var fault = Assert.Throws<InputException>(() => Run("preprocess"));

        Assert.StartsWith(
            $"'{Name}' or the program changed since preprocess was submitted, and would make something else.", fault.Message,
            StringComparison.Ordinal);
        Assert.Empty(Current(steps));
    }

    // What a cluster is asked for makes no other result, and neither does a comment.
    [Fact]
    public void Should_go_on_where_only_resources_or_a_comment_changed()
    {
        Write(Model("flat", 1), Model("other", 2));
        Run([.. Submit()]);
        File.AppendAllText(tiny[$"experiments/{Name}.yaml"], "# more\nresources: {train: {cpus: 16, memory: 64G}}\n");

        Run("train/flat/1");

        using var pipeline = ExperimentPipeline.Open(Options);
        Assert.All(pipeline.Plan().Nodes, node => Assert.Equal(PlanState.Current, node.State));
    }

    [Fact]
    public void Should_end_well_where_a_training_diverges_and_leave_it_out_behind()
    {
        Write(Model("deep", ManyLayers), Model("flat", 1), Model("other", 2));
        var said = Run([.. Submit()]);

        Assert.Equal(["evaluate/deep/1  left out: train/deep/1 diverged"], said);
        Assert.Contains("Model deep is not in this report", File.ReadAllText(tiny[$"reports/{Name}/report.md"]), StringComparison.Ordinal);
        Assert.Equal(LocalReport(), File.ReadAllText(tiny[$"reports/{Name}/report.md"]));
    }

    [Fact]
    public void Should_fail_where_every_training_diverged()
    {
        Write(Model("deep", ManyLayers));
        Submit();
        Run("preprocess", "train/deep/1", "evaluate/deep/1");

        var fault = Assert.ThrowsAny<InputException>(() => Run("select"));

        Assert.Contains("Training diverged", fault.Message, StringComparison.Ordinal);
    }

    private string LocalReport()
    {
        var reports = tiny["local"];
        TinyRun.Report(Options with { ReportsFolder = reports });
        return File.ReadAllText(Path.Combine(reports, Name, "report.md"));
    }

    private List<string> Run(params IEnumerable<string> steps)
    {
        var said = new List<string>();
        foreach (var step in steps)
        {
            SubmittedNode.Run(Options with { Only = [step] }, said.Add);
        }

        return said;
    }

    // As the executor does: every step, in the order of the graph.
    private List<string> Submit()
    {
        using var pipeline = ExperimentPipeline.Open(Options);
        var steps = pipeline.Plan().Nodes.Select(node => node.Node).ToList();
        Folder.Write(new Submission
        {
            Arrays = [.. steps.Select((step, index) => Steps.Array(index + 1, step) with { Source = pipeline.Digest })],
        });
        return steps;
    }

    private IEnumerable<string> Current(List<string> steps)
    {
        using var pipeline = ExperimentPipeline.Open(Options);
        return pipeline.Plan().Nodes.Where(node => node.State == PlanState.Current).Select(node => node.Node).Intersect(steps).ToList();
    }

    private void Write(params string[] models)
    {
        File.WriteAllText(
            tiny[$"experiments/datasets/drawn-{number}.yaml"],
            File.ReadAllText(tiny["experiments/datasets/dots.yaml"]).Replace("seed: 1", $"seed: {number + 1}", StringComparison.Ordinal));
        File.WriteAllText(
            tiny[$"experiments/{Name}.yaml"],
            $"title: Jobs\ndata_set: drawn-{number}\nseeds: [1]\ntraining: {{epochs: 2, batch_size: 20, learning_rate: 1}}\nmodels:\n"
            + string.Concat(models));
    }

    private static string Model(string name, int layers) =>
        $"  - {{name: {name}, title: {name}, input: raw, layers: [flatten, "
            + string.Concat(Enumerable.Repeat("dense: {units: 64, activation: relu}, ", layers))
            + "dense: {units: 10, activation: softmax}]}\n";
}
