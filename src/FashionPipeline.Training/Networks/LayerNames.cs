namespace FashionPipeline.Training.Networks;

/// <summary>Names of layers as Keras gives them.</summary>
internal static class LayerNames
{
    /// <summary>Keras's word for the layer's class: <c>MaxPooling2D</c>.</summary>
    public static string Kind(Layer layer) => layer switch
    {
        Dense => "Dense",
        Conv2D => "Conv2D",
        MaxPool2D => "MaxPooling2D",
        AveragePool2D => "AveragePooling2D",
        Dropout => "Dropout",
        Flatten => "Flatten",
        ActivationLayer => "Activation",
        _ => throw new ArgumentException($"Unknown layer {layer.GetType().Name}.", nameof(layer)),
    };

    /// <summary>A name for each layer, counted per kind: <c>dense</c>, <c>dense_1</c>.</summary>
    public static IReadOnlyList<string> Of(Network network)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var layer in network.Layers)
        {
            var stem = Stem(layer);
            var count = counts.GetValueOrDefault(stem);
            counts[stem] = count + 1;
            names.Add(count == 0 ? stem : FormattableString.Invariant($"{stem}_{count}"));
        }

        return names;
    }

    private static string Stem(Layer layer) => layer switch
    {
        MaxPool2D => "max_pooling2d",
        AveragePool2D => "average_pooling2d",
        _ => Kind(layer).ToLowerInvariant(),
    };
}
