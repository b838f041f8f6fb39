namespace FashionPipeline.Training.Networks;

/// <summary>A network: its layers from input to output. Images enter as [height, width, 1], or as [features] where the first layer is dense.</summary>
public sealed record Network
{
    /// <summary>Short name, unique in its experiment: <c>mlp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The layers, input first. The last one gives a value for each class.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }
}
