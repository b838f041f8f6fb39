using FashionPipeline.Data;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Training.Networks;

/// <summary>
/// A network: its layers from input to output. Images enter as [height, width, channels], or as [features] where the first layer
/// takes these.
/// </summary>
public sealed record Network
{
    /// <summary>Short name, unique in its experiment: <c>mlp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The layers, input first. The last one gives a value for each class.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>
    /// True where it gives, outside training, the mean of the logits of an image and of its mirror image.
    /// </summary>
    public bool IsFlippedInTest { get; init; }

    /// <summary>The shape in which an image enters: [height, width, channels] or [height * width * channels].</summary>
    internal IReadOnlyList<int> InputShape(ImageShape image) =>
        Layers is [{ TakesFeatures: true }, ..] ? [image.Values] : [image.Height, image.Width, image.Channels];
}
