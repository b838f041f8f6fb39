using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Plans;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>Steps of a stage that are equally far from the graph's beginning and get the same resources.</summary>
/// <param name="Resources">What each gets.</param>
/// <param name="Retries">How often they were submitted before.</param>
/// <param name="Nodes">The steps.</param>
public sealed record NodeGroup(NodeResources Resources, int Retries, IReadOnlyList<PlannedNode> Nodes)
{
    /// <summary>The groups of some steps, each after those that it needs, in the order of the graph.</summary>
    /// <param name="nodes">The steps in the graph's order.</param>
    /// <param name="resourcesOf">What a step gets, and how often it was submitted before.</param>
    /// <param name="most">Most steps of a group, at least 1; what is beyond is another group.</param>
    public static IReadOnlyList<NodeGroup> Of(
        IEnumerable<PlannedNode> nodes, Func<string, (NodeResources Resources, int Retries)> resourcesOf, int most)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. from node in nodes
               let depth = depths[node.Node] = node.Needs.Select(need => depths.GetValueOrDefault(need, -1)).DefaultIfEmpty(-1).Max() + 1
               group node by (Depth: depth, Stage: StageNode.StageOf(node.Node), Get: resourcesOf(node.Node)) into alike
               orderby alike.Key.Depth
               from chunk in alike.Chunk(most)
               select new NodeGroup(alike.Key.Get.Resources, alike.Key.Get.Retries, chunk),
        ];
    }

    /// <summary>What a step gets by an experiment's rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="node">Name of the step.</param>
    public static NodeResources ResourcesOf(IReadOnlyList<ResourceRule> rules, string node) => rules
        .Where(rule => StageGraph.IsMatch(rule.Steps, node))
        .Aggregate(new NodeResources(), (resources, rule) => rule.ApplyTo(resources));
}
