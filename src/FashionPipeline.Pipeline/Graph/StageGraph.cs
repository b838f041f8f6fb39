using System.IO.Enumeration;

namespace FashionPipeline.Pipeline.Graph;

/// <summary>All nodes of one experiment, each after those whose artifacts it reads.</summary>
public sealed class StageGraph
{
    private readonly Dictionary<string, StageNode> byId;

    /// <param name="nodes">The nodes in any order.</param>
    /// <exception cref="ArgumentException">
    /// Two nodes have one name, an input is not declared by the node that it names, or nodes wait for each other in a circle.
    /// </exception>
    public StageGraph(IEnumerable<StageNode> nodes)
    {
        byId = new Dictionary<string, StageNode>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            if (!byId.TryAdd(node.Id, node))
            {
                throw new ArgumentException($"There are two nodes '{node.Id}'.", nameof(nodes));
            }
        }

        foreach (var node in byId.Values)
        {
            CheckInputs(node);
        }

        Nodes = InOrder();
    }

    /// <summary>The nodes, each after those that it reads from; otherwise in the order in which they were given.</summary>
    public IReadOnlyList<StageNode> Nodes { get; }

    /// <summary>The node of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public StageNode this[string id] => byId[id];

    /// <summary>The nodes of a stage.</summary>
    /// <param name="stage">Its name: <c>train</c>.</param>
    public IEnumerable<StageNode> OfStage(string stage) => Nodes.Where(node => node.Stage == stage);

    /// <summary>Whether a pattern names a node.</summary>
    /// <param name="pattern">A name, in which <c>*</c> stands for anything, or a stage: <c>train/cnn/12345</c>, <c>*/cnn/*</c>.</param>
    /// <param name="id">Name of the node.</param>
    public static bool IsMatch(string pattern, string id) =>
        StageNode.StageOf(id) == pattern || FileSystemName.MatchesSimpleExpression(pattern, id, ignoreCase: false);

    /// <summary>The given nodes and all that they need, in the graph's order.</summary>
    public IReadOnlyList<StageNode> With(IEnumerable<StageNode> nodes)
    {
        var needed = nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var node in Nodes.Reverse().Where(node => needed.Contains(node.Id)))
        {
            needed.UnionWith(node.Inputs.Values.Select(input => input.Node));
        }

        return [.. Nodes.Where(node => needed.Contains(node.Id))];
    }

    /// <summary>Names of nodes, and of all that need one of them.</summary>
    public IReadOnlySet<string> NeedingAnyOf(IReadOnlyCollection<string> ids)
    {
        var needing = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var node in Nodes.Where(node => node.Inputs.Values.Any(input => needing.Contains(input.Node)))) // in order of need
        {
            needing.Add(node.Id);
        }

        return needing;
    }

    private void CheckInputs(StageNode node)
    {
        foreach (var (name, source) in node.Inputs)
        {
            if (!byId.TryGetValue(source.Node, out var maker) || !maker.Work.Outputs.Contains(source.Output, StringComparer.Ordinal)
                || OutputNames.IsPattern(source.Output))
            {
                throw new ArgumentException($"'{node.Id}' takes its input '{name}' from {source}, which no node makes.", nameof(node));
            }
        }
    }

    // Kahn's algorithm; of the nodes that may come next, the one that was given first does.
    private List<StageNode> InOrder()
    {
        var given = byId.Values.Index().ToDictionary(node => node.Item.Id, node => node.Index, StringComparer.Ordinal);
        var needs = byId.Values.ToDictionary(node => node.Id, node =>
            node.Inputs.Values.Select(input => input.Node).ToHashSet(StringComparer.Ordinal));
        var readers = byId.Values.SelectMany(node => needs[node.Id].Select(input => (input, node)))
            .ToLookup(pair => pair.input, pair => pair.node);
        var ready = new PriorityQueue<StageNode,
            int>(byId.Values.Where(node => needs[node.Id].Count == 0).Select(node => (node, given[node.Id])));
        var ordered = new List<StageNode>(byId.Count);
        while (ready.TryDequeue(out var next, out _))
        {
            ordered.Add(next);
            foreach (var reader in readers[next.Id])
            {
                needs[reader.Id].Remove(next.Id);
                if (needs[reader.Id].Count == 0)
                {
                    ready.Enqueue(reader, given[reader.Id]);
                }
            }
        }

        return ordered.Count == byId.Count
            ? ordered
            : throw new ArgumentException(
                $"These nodes wait for each other in a circle: {string.Join(", ", byId.Keys.Except(ordered.Select(node => node.Id)))}.");
    }
}
