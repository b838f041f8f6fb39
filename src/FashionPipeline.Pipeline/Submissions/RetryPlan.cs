using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Plans;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>What of a submission is submitted again by itself.</summary>
/// <param name="Nodes">The steps in the graph's order: those that are tried again, and those that wait for nothing but these.</param>
/// <param name="Get">What each of them gets, and how often it was tried again then.</param>
/// <param name="GivenUp">The steps that failed and are not tried again.</param>
public sealed record RetryPlan(
    IReadOnlyList<PlannedNode> Nodes,
    IReadOnlyDictionary<string, (NodeResources Resources, int Retries)> Get,
    IReadOnlyList<NodeState> GivenUp)
{
    /// <summary>What is to be done.</summary>
    /// <param name="states">The submitted steps.</param>
    /// <param name="plan">The plan of the experiment.</param>
    public static RetryPlan Of(IReadOnlyList<NodeState> states, PipelinePlan plan)
    {
        var known = states.ToDictionary(state => state.Node, StringComparer.Ordinal);
        var get = new Dictionary<string, (NodeResources, int)>(StringComparer.Ordinal);
        var hopeless = new HashSet<string>(StringComparer.Ordinal);
        var nodes = new List<PlannedNode>();
        foreach (var node in plan.Nodes.Where(node => known.ContainsKey(node.Node)))
        {
            var state = known[node.Node];
            var isHopeless = (state.Progress == NodeProgress.Failed && RetryRule.Next(state) is null) || node.Needs.Any(hopeless.Contains);
            if (isHopeless)
            {
                hopeless.Add(node.Node);
            }
            else if (state.Progress is NodeProgress.Failed or NodeProgress.Blocked)
            {
                nodes.Add(node);
                get[node.Node] = RetryRule.Next(state) is { } resources
                    ? (resources, state.Array.Retries + 1) : (state.Array.Resources, state.Array.Retries);
            }
        }

        return new(nodes, get, [.. states.Where(state => state.Progress == NodeProgress.Failed && hopeless.Contains(state.Node))]);
    }
}
