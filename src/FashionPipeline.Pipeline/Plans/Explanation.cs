using System.Text.Json.Serialization;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Plans;

/// <summary>Why nodes are not what they were, with all causes.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Against">What it is compared with; null for what is in the store.</param>
/// <param name="Nodes">The nodes in order.</param>
public sealed record Explanation(
    string Experiment,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Against,
    IReadOnlyList<ExplainedNode> Nodes)
{
    /// <summary>The explanation as JSON.</summary>
    public string ToJson() => CanonicalJson.Text(this);

    /// <summary>A line a node and a line a cause; a cause of a cause is indented below it.</summary>
    public IReadOnlyList<string> ToTable() => Nodes.Count == 0
        ? [Against is null ? "Nothing has to run: all nodes are current." : $"Nothing differs from {Against}."]
        : [.. Nodes.SelectMany(node => Lines(node.Causes, "  ").Prepend($"{node.Node}  {node.State}"))];

    private static IEnumerable<string> Lines(IEnumerable<Cause> causes, string indent) => causes.SelectMany(cause =>
        Lines(cause.Because, indent + "    ").Prepend(indent + Line(cause)));

    private static string Line(Cause cause) => cause.Kind switch
    {
        CauseKind.Result => cause.Name,
        CauseKind.File => cause.Name + (cause.Before == cause.Now ? "" : cause.Change),
        CauseKind.Code when cause.Name.Length == 0 => $"code changed{cause.Change}; which members, nobody here knows",
        CauseKind.Code => $"code  {cause.Name}{Members(cause)}",
        CauseKind.Input when cause.Because.Count > 0 => $"input  {cause.Name}{cause.Change}, made by {cause.Maker} because of",
        CauseKind.Input when cause.Maker is { } maker => $"input  {cause.Name}{cause.Change}, made by {maker}",
        _ => $"{SnakeCase.Of(cause.Kind)}  {cause.Name}{Whole(cause)}",
    };

    private static string Members(Cause cause) => cause switch
    {
        { Before: null } => " is new",
        { Now: null } => " is gone",
        _ => " changed",
    };

    private static string Whole(Cause cause) => (cause.Before, cause.Now) switch
    {
        (null, var now) => $"  {now} is new",
        (var before, null) => $"  {before} is gone",
        var (before, now) => $"  {before} -> {now}",
    };
}

/// <summary>Why a node is not what it was.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="State">In a few words, what is the matter with it: <c>current</c>, <c>run</c>, <c>changed</c>.</param>
/// <param name="Causes">All causes, those of inputs with what is behind them.</param>
public sealed record ExplainedNode(string Node, string State, IReadOnlyList<Cause> Causes)
{
    /// <summary>Why a node has to run.</summary>
    public static ExplainedNode Of(NodePlan plan) => plan switch
    {
        DueNode due => new(plan.Node.Id, "run", due.Causes),
        WaitingNode waiting => new(plan.Node.Id, $"run (because of {waiting.BecauseOf})", waiting.Own.Value),
        _ => new(plan.Node.Id, "current", []),
    };
}
