namespace FashionPipeline.Reporting.Content;

/// <summary>Where the report's numbers come from.</summary>
public sealed record ProvenanceContent
{
    /// <summary>What is typed to run the experiment; null where that is not known.</summary>
    public string? Command { get; init; }

    /// <summary>The data's files, or the generator's settings: name and value.</summary>
    public required IReadOnlyList<ProvenanceRow> Data { get; init; }

    /// <summary>
    /// Artifacts of the stages: path such as <c>train/mlp/12345/weights.safetensors</c>, and SHA-256: that of the file, or of what a
    /// Parquet file holds, as the native code that packs it has versions of its own.
    /// </summary>
    public required IReadOnlyList<ProvenanceRow> Artifacts { get; init; }

    /// <summary>Settings that decide the numbers, as experiments name them: <c>training.epochs</c>.</summary>
    public required IReadOnlyList<ProvenanceRow> Settings { get; init; }

    /// <summary>The runtime and the packages, with versions.</summary>
    public required IReadOnlyList<ProvenanceRow> Software { get; init; }

    /// <summary>
    /// The steps that led here, each after those that it needs. The last one is the report itself, whose files are not made yet.
    /// </summary>
    public IReadOnlyList<StepContent> Steps { get; init; } = [];

    /// <summary>Files that steps read and none of them made.</summary>
    public IReadOnlyList<StepFile> Given { get; init; } = [];
}

/// <summary>A row of provenance.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value: a digest, a version, a setting.</param>
public sealed record ProvenanceRow(string Name, string Value);
