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

    /// <summary>A line a node and a line a cause; what is behind an input is indented below it, unless its maker has own lines.</summary>
    public IReadOnlyList<string> ToTable()
    {
        var told = Nodes.Where(node => node.Causes.Count > 0).Select(node => node.Node).ToHashSet(StringComparer.Ordinal);
        return Nodes.Count == 0
            ? [Against is null ? "Nothing has to run: all nodes are current." : $"Nothing differs from {Against}."]
            : [.. Nodes.SelectMany(node => Lines(node.Causes, "  ").Prepend($"{node.Node}  {node.State}"))];

        IEnumerable<string> Lines(IEnumerable<Cause> causes, string indent) => causes.SelectMany(cause =>
            (IsTold(cause) ? [] : Lines(cause.Because, indent + "    ")).Prepend(indent + Line(cause, IsTold(cause))));

        bool IsTold(Cause cause) => cause.Maker is { } maker && told.Contains(maker);
    }

    private static string Line(Cause cause, bool isTold) => cause.Kind switch
    {
        CauseKind.Result => cause.Name,
        CauseKind.File => cause.Name + (cause.Before == cause.Now ? "" : cause.Change),
        CauseKind.Code when cause.Name.Length == 0 => $"code changed{cause.Change}; which members, nobody here knows",
        CauseKind.Code => $"code  {cause.Name}{Members(cause)}",
        CauseKind.Input => $"input  {cause.Name}{cause.Change}" + (cause.Maker is null ? "" : $", made by {cause.Maker}")
            + (isTold ? ": see there" : cause.Because.Count > 0 ? " because of" : ""),
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
