using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Training.Networks;

/// <summary>The layer table of a network, as Keras's <c>summary()</c> prints it.</summary>
public static class NetworkSummary
{
    /// <summary>One row a layer: name, kind, output shape, number of parameters.</summary>
    /// <param name="network">The network.</param>
    /// <param name="image">Size of an image.</param>
    /// <exception cref="InputException">A layer does not fit its input; <see cref="ShapeCheck"/> names every fault.</exception>
    public static IReadOnlyList<LayerSummary> Of(Network network, ImageShape image)
    {
        var names = LayerNames.Of(network.Layers);
        var rows = new List<LayerSummary>();
        var input = network.InputShape(image);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            if ((layer.SettingFaults.FirstOrDefault() ?? layer.InputFault(input)) is { } fault)
            {
                throw new InputException(FormattableString.Invariant($"Network '{network.Name}': {names[i]} (layer {i + 1}) {fault}."));
            }

            rows.Add(Row(names[i], layer, input));
            input = rows[^1].OutputShape;
        }

        return rows;
    }

    private static LayerSummary Row(string name, Layer layer, IReadOnlyList<int> input) => new()
    {
        Name = name,
        Kind = layer.Kind.KerasClass,
        OutputShape = layer.OutputShape(input),
        Parameters = layer.Parameters(input),
        NonTrainable = layer.NonTrainable(input),
        Inner = [.. layer.Inner(input).Select(inner => Row($"{name}.{inner.Name}", inner.Layer, inner.Input))],
    };
}
