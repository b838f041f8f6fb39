using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>Lays [height, width, channels] out as [features], channels fastest.</summary>
public sealed record FlattenLayer : Layer
{
    /// <summary>Names.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "flatten",
        KerasClass = "Flatten",
        KerasName = "flatten",
        Create = _ => new FlattenLayer(),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    internal override string? InputFault(IReadOnlyList<int> input) =>
        input.Aggregate(Int128.One, (product, size) => product * size) > int.MaxValue
            ? $"gets {Shapes.Text(input)}, which are more features than there can be; use fewer filters, or a pooling layer before it"
            : null;

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) =>
        [input.Aggregate(1, (product, size) => checked(product * size))];

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
        new FunctionModule(name, images => images.reshape(images.shape[0], -1));
}
