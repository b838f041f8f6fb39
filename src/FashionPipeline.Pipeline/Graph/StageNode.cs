namespace FashionPipeline.Pipeline.Graph;

/// <summary>One step of one experiment: <c>train/mlp/12345</c>.</summary>
public sealed record StageNode
{
    /// <summary>Name, unique in its graph; begins with the stage.</summary>
    public required string Id { get; init; }

    /// <summary>Where each input comes from, by the name under which the work asks for it.</summary>
    public IReadOnlyDictionary<string, NodeOutput> Inputs { get; init; } = new Dictionary<string, NodeOutput>();

    /// <summary>What it does.</summary>
    public required IStage Work { get; init; }

    /// <summary>The stage: <c>train</c>.</summary>
    public string Stage => StageOf(Id);

    /// <summary>True where the artifacts are published files, which have digests before anything runs.</summary>
    public bool IsPublished => Work.Published.Count > 0;

    /// <summary>The stage of a node by its name.</summary>
    public static string StageOf(string id) => id.Split('/')[0];
}

/// <summary>An artifact of a node, before it is made.</summary>
/// <param name="Node">Name of the node.</param>
/// <param name="Output">Name of the artifact.</param>
public sealed record NodeOutput(string Node, string Output)
{
    /// <summary><c>preprocess/train.parquet</c>.</summary>
    public override string ToString() => $"{Node}/{Output}";
}
