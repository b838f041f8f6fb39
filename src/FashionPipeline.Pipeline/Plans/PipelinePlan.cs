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
    public IReadOnlyList<string> ToTable()
    {
        if (Nodes.Count == 0)
        {
            return ["Nothing to do: the experiment has no such step."];
        }

        var (names, states) = (Nodes.Max(node => node.Node.Length), Nodes.Select(StateOf).ToList());
        var width = states.Max(state => state.Length);
        var due = Nodes.Where(node => node.State != PlanState.Current).ToList();
        var known = due.Where(node => node.Seconds is not null).ToList();
        var estimate = known.Count == 0 ? "" : FormattableString.Invariant($", about {known.Sum(node => node.Seconds):0.0} s");
        return
        [
            .. Nodes.Zip(states, (node, state) =>
                (node.Node.PadRight(names) + "  " + state.PadRight(width) + "  " + SecondsOf(node)).TrimEnd()),
            due.Count == 0
                ? FormattableString.Invariant($"Nothing to do: all {Nodes.Count} nodes are current.")
                : FormattableString.Invariant($"{due.Count} of {Nodes.Count} nodes to run{estimate}")
                    + (known.Count is 0 || known.Count == due.Count ? "." : FormattableString.Invariant($" for {known.Count} of them.")),
        ];
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
