using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Which of the nodes that are to be made can begin: those whose inputs nobody has still to make, in the graph's order.</summary>
internal sealed class Schedule
{
    private readonly Dictionary<string, int> missing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(StageNode Node, int Place)>> readers = new(StringComparer.Ordinal);
    private readonly PriorityQueue<StageNode, int> ready = new();
    private readonly HashSet<StageNode> pending;

    /// <param name="graph">The graph.</param>
    /// <param name="pending">The nodes that have to begin.</param>
    /// <param name="running">The nodes that are under way.</param>
    public Schedule(StageGraph graph, IEnumerable<StageNode> pending, IReadOnlyCollection<StageNode> running)
    {
        this.pending = new(pending, ReferenceEqualityComparer.Instance);
        var unmade = this.pending.Concat(running).Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (place, node) in graph.Nodes.Index().Where(node => this.pending.Contains(node.Item)))
        {
            var inputs = node.Inputs.Values.Select(input => input.Node).Where(unmade.Contains).ToHashSet(StringComparer.Ordinal);
            missing[node.Id] = inputs.Count;
            foreach (var input in inputs)
            {
                (readers.TryGetValue(input, out var those) ? those : readers[input] = []).Add((node, place));
            }

            if (inputs.Count == 0)
            {
                ready.Enqueue(node, place);
            }
        }
    }

    /// <summary>The nodes that have not begun.</summary>
    public IReadOnlyCollection<StageNode> Pending => pending;

    /// <summary>The next node that can begin, which counts as begun; null for none.</summary>
    public StageNode? Next()
    {
        if (!ready.TryDequeue(out var node, out _))
        {
            return null;
        }

        pending.Remove(node);
        return node;
    }

    /// <summary>Notes that a node is made.</summary>
    public void End(StageNode node)
    {
        foreach (var (reader, place) in readers.GetValueOrDefault(node.Id, []))
        {
            if (--missing[reader.Id] == 0)
            {
                ready.Enqueue(reader, place);
            }
        }
    }
}
