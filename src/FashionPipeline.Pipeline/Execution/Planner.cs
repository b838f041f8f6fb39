using System.Collections.Concurrent;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Compares a graph with the store. It runs no node and changes no result.</summary>
/// <param name="graph">The graph.</param>
/// <param name="store">What is known of earlier runs.</param>
/// <param name="fingerprint">The fingerprint of the code behind an entry type.</param>
public sealed class Planner(StageGraph graph, NodeStore store, Func<Type, string> fingerprint)
{
    private readonly RerunReason reason = new(store.Records, store.Blobs);

    /// <summary>The plan of all nodes, in the graph's order.</summary>
    public IReadOnlyList<NodePlan> Plan() => Plan(graph.Nodes);

    /// <summary>The plan of some nodes, in the graph's order; others are looked up only where these depend on them.</summary>
    /// <param name="asked">The nodes.</param>
    public IReadOnlyList<NodePlan> Plan(IReadOnlyList<StageNode> asked)
    {
        // Published files are fetched for those that read them.
        var readers = graph.Nodes.Where(node => node.Inputs.Values.Any(input => graph[input.Node].IsPublished)).ToList();
        var plans = Plan(graph.With([.. asked, .. readers]), new Dictionary<string, NodeResult>(StringComparer.Ordinal));
        var ids = asked.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        return [.. graph.Nodes.Where(node => ids.Contains(node.Id)).Select(node => plans[node.Id])
            .Select(plan => plan is DueNode { Node.IsPublished: true } due && !IsRead(due)
                ? new CurrentNode(plan.Node, new NodeResult(null, plan.Node.Work.Published))
                : plan)];

        bool IsRead(DueNode published) => readers.Any(node =>
            plans[node.Id] is not CurrentNode && node.Inputs.Values.Any(input => input.Node == published.Node.Id));
    }

    /// <summary>The plans of nodes by name. Those that are equally far from the graph's beginning are looked up at the same time.</summary>
    /// <param name="nodes">The nodes in the graph's order, with all that they need or what is in <paramref name="made"/>.</param>
    /// <param name="made">What is made already; the results of nodes that are current are added.</param>
    public IReadOnlyDictionary<string, NodePlan> Plan(IEnumerable<StageNode> nodes, IDictionary<string, NodeResult> made)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var plans = new ConcurrentDictionary<string, NodePlan>(StringComparer.Ordinal);
        var known = (IReadOnlyDictionary<string, NodeResult>)made;
        foreach (var level in nodes.GroupBy(Depth).OrderBy(level => level.Key).Select(level => level.ToList()))
        {
            SideBySide.ForEach(level, node => plans[node.Id] =
                node.Inputs.Values.Select(input => input.Node).FirstOrDefault(input => !known.ContainsKey(input)) is { } missing
                    ? Wait(node, known, plans[missing])
                    : Plan(node, known));
            foreach (var node in level)
            {
                if (node.IsPublished)
                {
                    made[node.Id] = new NodeResult(null, node.Work.Published); // known before it is fetched
                }
                else if (plans[node.Id] is CurrentNode current)
                {
                    made[node.Id] = current.Result;
                }
            }
        }

        return plans;

        int Depth(StageNode node) => depths[node.Id] =
            node.Inputs.Values.Select(input => depths.GetValueOrDefault(input.Node, -1)).DefaultIfEmpty(-1).Max() + 1;
    }

    /// <summary>The plan of a node whose inputs are there.</summary>
    /// <param name="node">The node.</param>
    /// <param name="made">The results of the nodes that it reads from.</param>
    /// <returns>A <see cref="CurrentNode"/> or a <see cref="DueNode"/>.</returns>
    public NodePlan Plan(StageNode node, IReadOnlyDictionary<string, NodeResult> made)
    {
        if (node.IsPublished)
        {
            var missing = node.Work.Published.Where(file => !store.Published.Has(file.Key, file.Value)).Select(file => file.Key).ToList();
            return missing.Count == 0
                ? new CurrentNode(node, new NodeResult(null, node.Work.Published))
                : new DueNode(node, null, new(() =>
                    [.. missing.Select(name => new Cause { Kind = CauseKind.File, Name = $"{name} is missing" })]));
        }

        var key = KeyOf(node, (_, input) => made[input.Node].Outputs[input.Output].Sha256);
        var outputs = store.Records.FindOutputs(node.Id, key);
        return outputs is not null && OutputCheck.FindFault(node, outputs) is null && outputs.Values.All(store.Blobs.IsCurrent)
            ? new CurrentNode(node, new NodeResult(key, outputs))
            : new DueNode(node, key, new(() => reason.Of(node.Id, store.Records.FindLatest(node.Id), key)));
    }

    // What will come in is not known: as far as this goes, it is what came in before.
    private WaitingNode Wait(StageNode node, IReadOnlyDictionary<string, NodeResult> made, NodePlan missing)
    {
        var becauseOf = missing is WaitingNode waiting ? waiting.BecauseOf : missing.Node.Id;
        return new WaitingNode(node, becauseOf, new(() =>
        {
            var latest = store.Records.FindLatest(node.Id);
            var key = KeyOf(node, (name, input) => made.TryGetValue(input.Node, out var result) ? result.Outputs[input.Output].Sha256
                : latest?.Key.Inputs.GetValueOrDefault(name) ?? "");
            return latest is not null && latest.Key.Hash() == key.Hash() ? [] : reason.Of(node.Id, latest, key);
        }));
    }

    private StageKey KeyOf(StageNode node, Func<string, NodeOutput, string> digest) => new()
    {
        Stage = node.Stage,
        Settings = new(node.Work.Settings.ToDictionary(), StringComparer.Ordinal),
        Inputs = new(node.Inputs.ToDictionary(input => input.Key, input => digest(input.Key, input.Value)), StringComparer.Ordinal),
        Code = fingerprint(node.Work.GetType()),
        Environment = node.Work.Environment,
    };
}
