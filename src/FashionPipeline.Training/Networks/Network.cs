using FashionPipeline.Training.Layers;

namespace FashionPipeline.Training.Networks;

/// <summary>
/// A network: its layers from input to output. Images enter as [height, width, 1], or as [features] where the first layer takes these.
/// </summary>
public sealed record Network
{
    /// <summary>Short name, unique in its experiment: <c>mlp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The layers, input first. The last one gives a value for each class.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>The shape in which an image enters: [height, width, 1] or [height * width].</summary>
    internal IReadOnlyList<int> InputShape(int height, int width) =>
        Layers is [{ TakesFeatures: true }, ..] ? [height * width] : [height, width, 1];
}
