using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>In training, exchanges left and right of every other image on average. Nothing happens outside training.</summary>
public sealed record RandomFlipLayer : Layer
{
    /// <summary>Names.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "random_flip",
        KerasClass = "RandomFlip",
        KerasName = "random_flip",
        Create = _ => new RandomFlipLayer(),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    internal override string? InputFault(IReadOnlyList<int> input) => Shapes.ImageFault(input);

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => input;

    internal override IReadOnlyList<int>? ShapeAtFault(IReadOnlyList<int>? input) => input;

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
        new RandomModule(name, index, RandomPurpose.Augmentation, (images, stream) => RandomFlipOperation.Apply(images, stream, backend));
}
