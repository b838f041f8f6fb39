using System.Text.Json.Serialization;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Locks;

/// <summary>A node in a lock.</summary>
public sealed record LockedNode
{
    /// <summary>Its settings by name; left out where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, string>? Settings { get; init; }

    /// <summary>Its inputs by name: <c>preprocess/train.parquet</c>; left out where it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SortedDictionary<string, string>? Inputs { get; init; }

    /// <summary>The numeric environment; left out where the result does not depend on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Environment { get; init; }

    /// <summary>Fingerprint of its code; left out for published files, which no code makes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Code { get; init; }

    /// <summary>Its artifacts by name: SHA-256 and length in bytes.</summary>
    public required SortedDictionary<string, string> Artifacts { get; init; }

    /// <summary>A node that has been made.</summary>
    public static LockedNode Of(StageNode node, NodeResult result) => new()
    {
        Settings = result.Key?.Settings is { Count: > 0 } settings ? settings : null,
        Inputs = node.Inputs.Count > 0
            ? new(node.Inputs.ToDictionary(input => input.Key, input => input.Value.ToString()), StringComparer.Ordinal) : null,
        Environment = result.Key?.Environment,
        Code = result.Key?.Code,
        Artifacts = new(result.Outputs.ToDictionary(output => output.Key, output => output.Value.ToString()), StringComparer.Ordinal),
    };

    /// <summary>The digest of an artifact as locks write it.</summary>
    public static string DigestOf(string artifact) => artifact.Split(' ')[0];

    /// <summary>All that its result depends on.</summary>
    /// <param name="lock">The lock that it is in.</param>
    /// <param name="id">Its name there.</param>
    public StageKey KeyIn(LockFile @lock, string id) => new()
    {
        Stage = StageNode.StageOf(id),
        Settings = Settings ?? [],
        Inputs = new((Inputs ?? []).ToDictionary(input => input.Key, input =>
            @lock.Find(input.Value) is var (_, artifact) ? DigestOf(artifact) : ""), StringComparer.Ordinal),
        Code = Code ?? "",
        Environment = Environment,
    };
}
