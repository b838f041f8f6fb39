using FashionPipeline.Pipeline.Execution;

namespace FashionPipeline.Pipeline.Plans;

/// <summary>Why a node is not what it was.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="State">In a few words, what is the matter with it: <c>current</c>, <c>run</c>, <c>changed</c>.</param>
/// <param name="Causes">All causes, those of inputs with what is behind them.</param>
public sealed record ExplainedNode(string Node, string State, IReadOnlyList<Cause> Causes)
{
    /// <summary>Why a node has to run.</summary>
    public static ExplainedNode Of(NodePlan plan) => plan switch
    {
        DueNode due => new(plan.Node.Id, "run", due.Causes.Value),
        WaitingNode waiting => new(plan.Node.Id, $"run (because of {waiting.BecauseOf})", waiting.Own.Value),
        _ => new(plan.Node.Id, "current", []),
    };
}
