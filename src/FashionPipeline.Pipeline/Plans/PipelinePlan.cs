using System.Text.Json.Serialization;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Plans;

/// <summary>What a run would do, and its printings: a table for people, JSON for programs, a matrix for GitHub Actions.</summary>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Nodes">The nodes in the graph's order.</param>
public sealed record PipelinePlan(string Experiment, IReadOnlyList<PlannedNode> Nodes)
{
    // What GitHub Actions allows: https://docs.github.com/actions/reference/limits
    private const int MostMatrixJobs = 256;

    /// <summary>A line a node, and at the end how many have to run and how long that takes, as far as it is known.</summary>
    public IReadOnlyList<string> ToTable() =>
        [.. TextTable.Of([.. Nodes.Select(node => new[] { node.Node, StateOf(node), SecondsOf(node) })]), $"{Total}."];

    /// <summary>A line a stage, with what has to run of it and why, and at the end how many in all: no more than a screen.</summary>
    public IReadOnlyList<string> ToSummary() =>
    [
        .. TextTable.Of([.. Nodes.GroupBy(node => StageNode.StageOf(node.Node)).Select(stage => new PipelinePlan(Experiment, [.. stage]))
            .Select(stage => new[] { StageNode.StageOf(stage.Nodes[0].Node), stage.State, stage.Reasons })]),
        $"{Total}.",
    ];

    /// <summary>What is to be done, in a few words: <c>current</c>, <c>2 of 8 to run, about 4.1 s</c>.</summary>
    [JsonIgnore]
    public string State => Due.Count == 0 ? "current"
        : FormattableString.Invariant($"{Due.Count} of {Nodes.Count} to run{Estimate}");

    private IReadOnlyList<PlannedNode> Due => [.. Nodes.Where(node => node.State != PlanState.Current)];

    private string Total => Nodes.Count == 0 ? "Nothing to do: the experiment has no such step"
        : Due.Count == 0
        ? FormattableString.Invariant($"Nothing to do: all {Nodes.Count} nodes are current")
        : FormattableString.Invariant($"{Due.Count} of {Nodes.Count} nodes to run{Estimate}");

    private string Estimate
    {
        get
        {
            var (due, known) = (Due, Due.Where(node => node.Seconds is not null).ToList());
            return known.Count == 0 ? "" : FormattableString.Invariant($", about {known.Sum(node => node.Seconds):0.0} s")
                + (known.Count == due.Count ? "" : FormattableString.Invariant($" for {known.Count} of them"));
        }
    }

    private string Reasons
    {
        get
        {
            var reasons = Due.Select(node => node.Reason!).Distinct(StringComparer.Ordinal).ToList();
            return reasons.Count == 0 ? "" : reasons[0]
                + (reasons.Count == 1 ? "" : FormattableString.Invariant($" (and {reasons.Count - 1} more)"));
        }
    }

    /// <summary>
    /// What needs what: under each node those that it reads from, which are told in full where they come first.
    /// </summary>
    public IReadOnlyList<string> ToTree()
    {
        var byName = Nodes.ToDictionary(node => node.Node, StringComparer.Ordinal);
        var needed = Nodes.SelectMany(node => node.Needs).ToHashSet(StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        return [.. Nodes.Where(node => !needed.Contains(node.Node)).SelectMany(node => Branch(node, "", "")), $"{Total}."];

        IEnumerable<string> Branch(PlannedNode node, string first, string others)
        {
            if (!shown.Add(node.Node))
            {
                yield return $"{first}{node.Node}  (above)";
                yield break;
            }

            yield return $"{first}{node.Node}  {StateOf(node)}";
            var needs = node.Needs.Where(byName.ContainsKey).ToList();
            foreach (var (index, need) in needs.Index())
            {
                var (corner, line) = index + 1 < needs.Count ? ("├─ ", "│  ") : ("└─ ", "   ");
                foreach (var text in Branch(byName[need], others + corner, others + line))
                {
                    yield return text;
                }
            }
        }
    }

    /// <summary>The plan as JSON.</summary>
    public string ToJson() => CanonicalJson.Text(this);

    /// <summary>
    /// The nodes that can run now as the matrix of a job, in one line: longest first; where there are more than a matrix may have, several
    /// share an entry, each time the one that is shortest so far.
    /// </summary>
    /// <param name="argument">How a command is narrowed to a node.</param>
    public string ToMatrix(Func<string, string> argument)
    {
        var longestFirst = Nodes.Where(node => node.State == PlanState.Run).OrderByDescending(node => node.Seconds ?? 0).ToList();
        var shards = longestFirst.Take(MostMatrixJobs).Select(_ => new List<string>()).ToList();
        var shortest = new PriorityQueue<int, (double Seconds, int Place)>(
            Enumerable.Range(0, shards.Count).Select(place => (place, (0d, place))));
        foreach (var node in longestFirst)
        {
            shortest.TryDequeue(out var place, out var load);
            shards[place].Add(node.Node);
            shortest.Enqueue(place, (load.Seconds + (node.Seconds ?? 1), place));
        }

        return CanonicalJson.Line(new Matrix([.. shards.Select(nodes => new MatrixJob(
            nodes.Count == 1 ? nodes[0] : FormattableString.Invariant($"{nodes[0]} and {nodes.Count - 1} more"),
            string.Join(' ', nodes.Select(argument))))]));
    }

    private static string StateOf(PlannedNode node) => node.State == PlanState.Current ? "current" : $"run ({node.Reason})";

    private static string SecondsOf(PlannedNode node) => node.State == PlanState.Current || node.Seconds is not { } seconds ? ""
        : FormattableString.Invariant($"{seconds:0.0} s");

    private sealed record Matrix(IReadOnlyList<MatrixJob> Include);

    private sealed record MatrixJob(string Name, string Nodes);
}
