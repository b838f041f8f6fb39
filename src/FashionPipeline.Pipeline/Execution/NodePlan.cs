using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>What is to be done about a node.</summary>
/// <param name="Node">The node.</param>
public abstract record NodePlan(StageNode Node)
{
    /// <summary>In a few words: <c>current</c>, <c>run (training.epochs 5 -> 8)</c>, <c>run (because of train/cnn/12345)</c>.</summary>
    public abstract string Text { get; }
}

/// <summary>Nothing: the store has its result.</summary>
/// <param name="Node">The node.</param>
/// <param name="Result">The result.</param>
public sealed record CurrentNode(StageNode Node, NodeResult Result) : NodePlan(Node)
{
    /// <inheritdoc/>
    public override string Text => "current";
}

/// <summary>It has to run, and can: its inputs are there.</summary>
/// <param name="Node">The node.</param>
/// <param name="Key">The key that its result will have; null for published files.</param>
/// <param name="Causes">Why it has to run; worked out when it is asked for.</param>
public sealed record DueNode(StageNode Node, StageKey? Key, Lazy<IReadOnlyList<Cause>> Causes) : NodePlan(Node)
{
    /// <inheritdoc/>
    public override string Text => $"run ({Cause.Summary(Causes.Value)})";
}

/// <summary>Nobody knows before another node has run; where that one makes what it made before, this one is current.</summary>
/// <param name="Node">The node.</param>
/// <param name="BecauseOf">Name of the node that has to run first.</param>
/// <param name="Own">Why it has to run whatever that one makes; none where that is not known.</param>
public sealed record WaitingNode(StageNode Node, string BecauseOf, Lazy<IReadOnlyList<Cause>> Own) : NodePlan(Node)
{
    /// <inheritdoc/>
    public override string Text => $"run (because of {BecauseOf})";
}
