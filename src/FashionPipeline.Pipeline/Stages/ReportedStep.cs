using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>A step that a report reads from, as the report tells of it.</summary>
/// <param name="Id">Its name: <c>train/mlp/12345</c>.</param>
public sealed record ReportedStep(string Id)
{
    /// <summary>Its settings.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }

    /// <summary>The numeric environment; null where the result does not depend on it.</summary>
    public required string? Environment { get; init; }

    /// <summary>What it reads, by node and name.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Names of its artifacts.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Artifacts that are known before it runs, by name: the report does not read them.</summary>
    public required IReadOnlyDictionary<string, Artifact> Published { get; init; }

    /// <summary>The step with the digests of what it made.</summary>
    /// <param name="inputs">The report's inputs.</param>
    internal StepContent ToContent(StageInputs inputs)
    {
        var made = inputs.All.ToDictionary(StringComparer.Ordinal);
        return new(Id)
        {
            Settings = [.. Settings.Select(setting => new ProvenanceRow(setting.Key, setting.Value))],
            Environment = Environment,
            Inputs = Inputs,
            Outputs = [.. Outputs.Select(output => File($"{Id}/{output}", Published.GetValueOrDefault(output) ?? made[$"{Id}/{output}"]))],
        };
    }

    private static StepFile File(string name, Artifact artifact) => new(name, artifact.Sha256, artifact.Bytes);
}
