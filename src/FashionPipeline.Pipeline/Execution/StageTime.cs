namespace FashionPipeline.Pipeline.Execution;

/// <summary>What one node cost when it ran.</summary>
public sealed record StageTime
{
    /// <summary>Name of the node: <c>train/mlp/12345</c>.</summary>
    public required string Id { get; init; }

    /// <summary>When it began, in seconds after the pipeline was made.</summary>
    public required double StartSeconds { get; init; }

    /// <summary>How long it took. Nodes that ran at the same time overlap.</summary>
    public required double Seconds { get; init; }
}
