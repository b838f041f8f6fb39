using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>What the store remembers of a node that ran: what went in and what came out.</summary>
public sealed record StageRecord
{
    /// <summary>Name of the node that ran: <c>train/mlp/12345</c>. Another node with the same key shares the record.</summary>
    public required string Id { get; init; }

    /// <summary>All that the result depends on.</summary>
    public required StageKey Key { get; init; }

    /// <summary>The artifacts by name, ordered.</summary>
    public required SortedDictionary<string, Artifact> Outputs { get; init; }
}
