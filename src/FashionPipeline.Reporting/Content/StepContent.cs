namespace FashionPipeline.Reporting.Content;

/// <summary>A step of an experiment: what it read, with which settings, and what it made.</summary>
/// <param name="Id">Its name: <c>train/mlp/12345</c>; begins with the stage.</param>
public sealed record StepContent(string Id)
{
    /// <summary>Its settings, as experiments name them.</summary>
    public IReadOnlyList<ProvenanceRow> Settings { get; init; } = [];

    /// <summary>The numeric environment; null where the result does not depend on it.</summary>
    public string? Environment { get; init; }

    /// <summary>Names of the files that it read.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>The files that it made.</summary>
    public IReadOnlyList<StepFile> Outputs { get; init; } = [];

    /// <summary>The stage: <c>train</c>.</summary>
    public string Stage => Id.Split('/')[0];
}

/// <summary>A file that a step read or made.</summary>
/// <param name="Name">Its name: that of the step and its name there, <c>train/mlp/12345/weights.safetensors</c>.</param>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Bytes">Length in bytes.</param>
public sealed record StepFile(string Name, string Sha256, long Bytes);
