using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Submissions;

namespace FashionPipeline.Tests.Pipeline.Submissions;

/// <summary>A small experiment as it is planned and submitted: two models, one of them with two seeds.</summary>
internal static class Steps
{
    /// <summary>The plan where the store has nothing.</summary>
    public static IReadOnlyList<PlannedNode> Plan { get; } =
    [
        Node("preprocess"),
        Node("train/a/1", "preprocess"), Node("train/a/2", "preprocess"), Node("train/b/1", "preprocess"),
        Node("evaluate/a/1", "preprocess", "train/a/1"), Node("evaluate/a/2", "preprocess", "train/a/2"),
        Node("evaluate/b/1", "preprocess", "train/b/1"),
        Node("embed", "preprocess"),
        Node("report", "evaluate/a/1", "evaluate/a/2", "evaluate/b/1", "embed"),
    ];

    /// <summary>All of it submitted, but what the store had: jobs 10, 11, ...</summary>
    public static Submission Submission { get; } = new()
    {
        Arrays =
        [
            Array(1, "train/a/1", "train/a/2", "train/b/1"), Array(2, "embed"), Array(3, "evaluate/a/1", "evaluate/a/2", "evaluate/b/1"),
            Array(4, "report"),
        ],
    };

    /// <summary>The plan where the store has some results.</summary>
    /// <param name="current">Names of the steps whose results it has.</param>
    public static PipelinePlan With(params string[] current) =>
        new("small", [.. Plan.Select(node => current.Contains(node.Node) ? node with { State = PlanState.Current } : node)]);

    /// <summary>What is said of each step of the submission, in a word.</summary>
    public static IReadOnlyDictionary<string, NodeProgress> Progress(
        Submission submission, IEnumerable<(int Job, int Index, TaskState State)> tasks, PipelinePlan plan) =>
        States(submission, tasks, plan).ToDictionary(state => state.Node, state => state.Progress, StringComparer.Ordinal);

    /// <summary>The states of a submission.</summary>
    public static IReadOnlyList<NodeState> States(
        Submission submission, IEnumerable<(int Job, int Index, TaskState State)> tasks, PipelinePlan plan) =>
        SubmissionStates.Of(submission, tasks.ToDictionary(task => new TaskId($"{task.Job}", task.Index), task => new JobTask
        {
            State = task.State, Word = $"{task.State}", ExitCode = task.State == TaskState.Failed ? 255 : 0,
        }), plan, "source");

    /// <summary>An array that was taken as job 9 + its number.</summary>
    public static JobArray Array(int number, params string[] nodes) => new()
    {
        Number = number, Nodes = nodes, Resources = new NodeResources(), Source = "source", Job = $"{9 + number}",
    };

    private static PlannedNode Node(string name, params string[] needs) => new() { Node = name, State = PlanState.Wait, Needs = needs };
}
