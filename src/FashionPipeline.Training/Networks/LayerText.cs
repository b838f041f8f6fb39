using FashionPipeline.Foundation.Names;

namespace FashionPipeline.Training.Networks;

/// <summary>
/// The identity of a layer: the line of an experiment that gives this very layer, every setting written out. Two layers compute the
/// same exactly where their texts are equal.
/// </summary>
public static class LayerText
{
    /// <summary>The layer's line: <c>conv2d: {filters: 32, kernel: [3, 3], padding: valid, activation: relu, initialiser: glorot_uniform}</c>.</summary>
    /// <exception cref="ArgumentException">The layer is of no kind that experiments know.</exception>
    public static string Of(Layer layer) => layer switch
    {
        Dense dense => FormattableString.Invariant(
            $"dense: {{units: {dense.Units}, activation: {SnakeCase.Of(dense.Activation)}, initialiser: {SnakeCase.Of(dense.Initialiser)}}}"),
        Conv2D conv => FormattableString.Invariant($"conv2d: {{filters: {conv.Filters}, kernel: [{conv.KernelHeight}, {conv.KernelWidth}], ")
            + $"padding: {SnakeCase.Of(conv.Padding)}, activation: {SnakeCase.Of(conv.Activation)}, initialiser: {SnakeCase.Of(conv.Initialiser)}}}",
        MaxPool2D pool => FormattableString.Invariant($"max_pool2d: {{window: [{pool.PoolHeight}, {pool.PoolWidth}]}}"),
        AveragePool2D pool => FormattableString.Invariant($"average_pool2d: {{window: [{pool.PoolHeight}, {pool.PoolWidth}]}}"),
        Dropout dropout => FormattableString.Invariant($"dropout: {{rate: {dropout.Rate}}}"),
        Flatten => "flatten",
        ActivationLayer activation => $"activation: {SnakeCase.Of(activation.Function)}",
        _ => throw new ArgumentException($"Unknown layer {layer.GetType().Name}.", nameof(layer)),
    };
}
