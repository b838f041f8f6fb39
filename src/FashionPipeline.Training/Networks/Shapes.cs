namespace FashionPipeline.Training.Networks;

/// <summary>Shapes between layers, without the batch.</summary>
internal static class Shapes
{
    /// <summary>The shape in which an image enters: [height, width, 1], or [height * width] before a dense layer.</summary>
    public static IReadOnlyList<int> Input(Network network, int height, int width) =>
        network.Layers is [Dense, ..] ? [height * width] : [height, width, 1];

    /// <summary>The shape behind a layer, or null where it cannot be known.</summary>
    public static IReadOnlyList<int>? Next(Layer layer, IReadOnlyList<int>? input) => (layer, input) switch
    {
        (Dense { Units: >= 1 } dense, _) => [dense.Units],
        (Dense, _) or (_, null) => null,
        (Conv2D { Padding: Padding.Same } conv, [var height, var width, _]) => [height, width, conv.Filters],
        (Conv2D conv, [var height, var width, _]) => [height - conv.KernelHeight + 1, width - conv.KernelWidth + 1, conv.Filters],
        (MaxPool2D pool, [var height, var width, var channels]) => [height / pool.PoolHeight, width / pool.PoolWidth, channels],
        (AveragePool2D pool, [var height, var width, var channels]) => [height / pool.PoolHeight, width / pool.PoolWidth, channels],
        (Flatten, _) => [input.Aggregate(1, (product, size) => checked(product * size))],
        (Dropout or ActivationLayer, _) => input,
        _ => null,
    };

    /// <summary>A shape for a message: <c>[26, 26, 32]</c>.</summary>
    public static string Text(IReadOnlyList<int> shape) => $"[{string.Join(", ", shape)}]";
}
