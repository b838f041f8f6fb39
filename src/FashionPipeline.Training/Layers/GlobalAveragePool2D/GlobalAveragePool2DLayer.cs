using FashionPipeline.Training.Functions;

namespace FashionPipeline.Training.Layers;

/// <summary>Mean of each channel over all pixels: an average pool whose window is the whole image. Gives [channels].</summary>
public sealed record GlobalAveragePool2DLayer : Layer
{
    /// <summary>Names.</summary>
    public static LayerKind Definition { get; } = new()
    {
        Name = "global_average_pool2d",
        KerasClass = "GlobalAveragePooling2D",
        KerasName = "global_average_pooling2d",
        Create = _ => new GlobalAveragePool2DLayer(),
    };

    /// <inheritdoc/>
    public override LayerKind Kind => Definition;

    internal override string? InputFault(IReadOnlyList<int> input) => Shapes.ImageFault(input);

    internal override IReadOnlyList<int> OutputShape(IReadOnlyList<int> input) => [input[2]];

    internal override LayerModule Module(string name, int index, IReadOnlyList<int> input, Backend backend) =>
        new FunctionModule(name, images =>
            AveragePool2DOperation.Apply(images, input[0], input[1], backend).reshape(images.shape[0], input[2]));
}
