using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>One piece of work as a value: its name, all that its result depends on, and how to do it.</summary>
public sealed record StageTask
{
    /// <summary>Name: <c>train/mlp/12345</c>.</summary>
    public required string Id { get; init; }

    /// <summary>All that the result depends on.</summary>
    public required StageKey Key { get; init; }

    /// <summary>Makes the artifacts: bytes by name. Reads nothing but what the key holds.</summary>
    public required Func<IReadOnlyDictionary<string, byte[]>> Work { get; init; }
}
