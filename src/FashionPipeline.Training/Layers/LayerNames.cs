namespace FashionPipeline.Training.Layers;

/// <summary>Names of layers as Keras gives them.</summary>
internal static class LayerNames
{
    /// <summary>Whether a parameter is the kernel of its layer: <c>dense_1.kernel</c>.</summary>
    public static bool IsKernel(string parameter) => parameter.EndsWith(".kernel", StringComparison.Ordinal);

    /// <summary>A name for each layer of a network, or within a layer, counted per kind: <c>dense</c>, <c>dense_1</c>.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Layer> layers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var layer in layers)
        {
            var first = layer.Kind.KerasName;
            var count = counts.GetValueOrDefault(first);
            counts[first] = count + 1;
            names.Add(count == 0 ? first : FormattableString.Invariant($"{first}_{count}"));
        }

        return names;
    }
}
