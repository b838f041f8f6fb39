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
    public IReadOnlyList<NodePlan> Plan()
    {
        var made = new Dictionary<string, NodeResult>(StringComparer.Ordinal);
        var plans = new Dictionary<string, NodePlan>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            var missing = node.Inputs.Values.Select(input => input.Node).FirstOrDefault(input => !made.ContainsKey(input));
            var plan = missing is null ? Plan(node, made)
                : new WaitingNode(node, plans[missing] is WaitingNode waiting ? waiting.BecauseOf : missing);
            plans.Add(node.Id, plan);
            if (node.IsPublished)
            {
                made.Add(node.Id, new NodeResult(null, node.Work.Published)); // known before it is fetched
            }
            else if (plan is CurrentNode current)
            {
                made.Add(node.Id, current.Result);
            }
        }

        return [.. graph.Nodes.Select(node => plans[node.Id])];
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
                : new DueNode(node, null, string.Join(", ", missing) + (missing.Count == 1 ? " is missing" : " are missing"));
        }

        var key = KeyOf(node, made);
        var record = store.Records.Find(node.Stage, key.Hash());
        return record is not null && Fits(node, record) && record.Outputs.Values.All(store.Blobs.IsCurrent)
            ? new CurrentNode(node, new NodeResult(key, record.Outputs))
            : new DueNode(node, key, reason.Of(node.Id, store.Records.FindLatest(node.Id), key));
    }

    private static bool Fits(StageNode node, StageRecord record) =>
        record.Outputs.All(output => OutputNames.Allow(node.Work.Outputs, output.Key) && Artifact.IsDigest(output.Value?.Sha256))
        && !OutputNames.Missing(node.Work.Outputs, record.Outputs.Keys).Any();

    private StageKey KeyOf(StageNode node, IReadOnlyDictionary<string, NodeResult> made) => new()
    {
        Stage = node.Stage,
        Settings = new(node.Work.Settings.ToDictionary(), StringComparer.Ordinal),
        Inputs = new(node.Inputs.ToDictionary(input => input.Key, input =>
            made[input.Value.Node].Outputs[input.Value.Output].Sha256), StringComparer.Ordinal),
        Code = fingerprint(node.Work.GetType()),
        Environment = node.Work.Environment,
    };
}
