using System.Text.Json;
using FashionPipeline.Pipeline.Plans;

namespace FashionPipeline.Tests.Pipeline.Plans;

public sealed class PipelinePlanTests
{
    [Fact]
    public void Should_say_of_each_node_what_is_to_be_done_and_of_all_how_long_it_takes() => Assert.Equal(
        [
            "preprocess   current",
            "train/mlp/1  run (training.epochs 5 -> 8)      12.0 s",
            "report       run (because of train/mlp/12345)",
            "2 of 3 nodes to run, about 12.0 s for 1 of them.",
        ],
        new PipelinePlan("quickstart",
        [
            new() { Node = "preprocess", State = PlanState.Current, Seconds = 1 },
            new() { Node = "train/mlp/1", State = PlanState.Run, Reason = "training.epochs 5 -> 8", Seconds = 12 },
            new() { Node = "report", State = PlanState.Wait, Reason = "because of train/mlp/12345" },
        ]).ToTable());

    [Fact]
    public void Should_say_that_there_is_nothing_to_do() => Assert.Equal(
        "Nothing to do: all 1 nodes are current.",
        new PipelinePlan("quickstart", [new() { Node = "preprocess", State = PlanState.Current }]).ToTable()[^1]);

    [Fact]
    public void Should_fit_thousands_of_nodes_on_a_screen() => Assert.Equal(
        [
            "preprocess  current",
            "train       2 of 3 to run, about 12.0 s for 1 of them  training.epochs 5 -> 8 (and 1 more)",
            "report      1 of 1 to run                              because of train/mlp/1",
            "3 of 5 nodes to run, about 12.0 s for 1 of them.",
        ],
        new PipelinePlan("quickstart",
        [
            new() { Node = "preprocess", State = PlanState.Current, Seconds = 1 },
            new() { Node = "train/mlp/1", State = PlanState.Run, Reason = "training.epochs 5 -> 8", Seconds = 12 },
            new() { Node = "train/mlp/2", State = PlanState.Run, Reason = "no earlier result" },
            new() { Node = "train/mlp/3", State = PlanState.Current },
            new() { Node = "report", State = PlanState.Wait, Reason = "because of train/mlp/1" },
        ]).ToSummary());

    [Fact]
    public void Should_show_what_needs_what_and_each_node_once() => Assert.Equal(
        [
            "report  run (because of train/mlp/1)",
            "├─ train/mlp/1  run (training.epochs 5 -> 8)",
            "│  └─ preprocess  current",
            "└─ embed  current",
            "   └─ preprocess  (above)",
            "2 of 4 nodes to run.",
        ],
        new PipelinePlan("quickstart",
        [
            new() { Node = "preprocess", State = PlanState.Current },
            new() { Node = "train/mlp/1", State = PlanState.Run, Reason = "training.epochs 5 -> 8", Needs = ["preprocess"] },
            new() { Node = "embed", State = PlanState.Current, Needs = ["preprocess"] },
            new() { Node = "report", State = PlanState.Wait, Reason = "because of train/mlp/1", Needs = ["train/mlp/1", "embed"] },
        ]).ToTree());

    [Fact]
    public void Should_say_that_there_is_no_such_step() =>
        Assert.Equal(["Nothing to do: the experiment has no such step."], new PipelinePlan("quickstart", []).ToTable());

    [Fact]
    public void Should_give_GitHub_the_nodes_that_can_run_now_longest_first()
    {
        var matrix = Matrix(
        [
            Due("train/mlp/1", 3), Due("train/cnn/1", 30), new() { Node = "preprocess", State = PlanState.Current },
            new() { Node = "report", State = PlanState.Wait, Reason = "because of train/mlp/1" },
        ]);

        Assert.Equal([("train/cnn/1", "--only train/cnn/1"), ("train/mlp/1", "--only train/mlp/1")], matrix);
    }

    [Fact]
    public void Should_let_nodes_share_a_job_where_there_are_more_than_GitHub_allows_and_lose_none()
    {
        var nodes = Enumerable.Range(0, 1000).Select(i => Due($"train/mlp/{i}", i % 7)).ToList();

        var matrix = Matrix(nodes);

        Assert.Equal(256, matrix.Count);
        var loads = matrix.Select(job => job.Nodes.Split("--only ", StringSplitOptions.RemoveEmptyEntries)
            .Select(name => nodes.Single(node => node.Node == name.Trim())).ToList()).ToList();
        Assert.Equal(nodes.Select(node => node.Node).Order(), loads.SelectMany(load => load.Select(node => node.Node)).Order());
        Assert.InRange(loads.Max(load => load.Sum(node => node.Seconds!.Value)), 0, 3000d / 256 * 4 / 3); // Graham's bound
    }

    private static PlannedNode Due(string node, double seconds) =>
        new() { Node = node, State = PlanState.Run, Reason = "no earlier result", Seconds = seconds };

    private static List<(string Name, string Nodes)> Matrix(IReadOnlyList<PlannedNode> nodes)
    {
        var line = new PipelinePlan("quickstart", nodes).ToMatrix(node => $"--only {node}");
        Assert.DoesNotContain('\n', line);
        return [.. JsonDocument.Parse(line).RootElement.GetProperty("include").EnumerateArray()
            .Select(job => (job.GetProperty("name").GetString()!, job.GetProperty("nodes").GetString()!))];
    }
}
