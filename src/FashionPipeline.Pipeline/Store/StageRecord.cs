using System.Text.Json.Serialization;

namespace FashionPipeline.Pipeline.Store;

/// <summary>What the store remembers of a stage that ran: what went in and what came out.</summary>
public sealed record StageRecord
{
    /// <summary>Name of the stage or run: <c>train/mlp/12345</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the stage: <c>train</c>.</summary>
    [JsonIgnore]
    public string Stage => Id.Split('/')[0];

    /// <summary>Hash of the components.</summary>
    public required string Key { get; init; }

    /// <summary>All that the result depends on, ordered by name.</summary>
    public required SortedDictionary<string, string> Components { get; init; }

    /// <summary>The artifacts by name, ordered.</summary>
    public required SortedDictionary<string, Artifact> Outputs { get; init; }

    /// <summary>The artifact of this name.</summary>
    public Artifact this[string output] => Outputs[output];
}
