using System.Text.Json.Serialization;
using FashionPipeline.Pipeline.Execution;

namespace FashionPipeline.Pipeline.Plans;

/// <summary>What is to be done about a node, as it is printed.</summary>
public sealed record PlannedNode
{
    /// <summary>Name of the node: <c>train/cnn/12345</c>.</summary>
    public required string Node { get; init; }

    /// <summary>Whether it is current, can run, or waits for another one to run.</summary>
    public required PlanState State { get; init; }

    /// <summary>In a few words why: <c>training.epochs 5 -> 8</c>, <c>because of train/cnn/12345</c>; null where it is current.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>The nodes that it reads from, as far as the plan was made of the graph.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>What it cost when it ran last, in seconds; null where nobody knows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Seconds { get; init; }

    /// <summary>The plan of a node with what is known of its cost.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="seconds">Seconds by node.</param>
    public static PlannedNode Of(NodePlan plan, IReadOnlyDictionary<string, double> seconds) => new()
    {
        Node = plan.Node.Id,
        Needs = [.. plan.Node.Inputs.Values.Select(input => input.Node).Distinct(StringComparer.Ordinal)],
        State = StateOf(plan),
        Reason = plan switch
        {
            DueNode due => Cause.Summary(due.Causes.Value),
            WaitingNode waiting => $"because of {waiting.BecauseOf}",
            _ => null,
        },
        Seconds = SecondsOf(plan.Node.Id, seconds),
    };

    /// <summary>A node that need not run.</summary>
    /// <param name="node">Its name.</param>
    /// <param name="seconds">Seconds by node.</param>
    public static PlannedNode Current(string node, IReadOnlyDictionary<string, double> seconds) => new()
    {
        Node = node,
        State = PlanState.Current,
        Seconds = SecondsOf(node, seconds),
    };

    private static double? SecondsOf(string node, IReadOnlyDictionary<string, double> seconds) =>
        seconds.TryGetValue(node, out var known) ? Math.Round(known, 3) : null;

    private static PlanState StateOf(NodePlan plan) => plan switch
    {
        CurrentNode => PlanState.Current,
        DueNode => PlanState.Run,
        _ => PlanState.Wait,
    };
}
