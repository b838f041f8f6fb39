using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;

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
        var names = LayerNames.Of(network);
        var rows = new List<LayerSummary>();
        var input = network.InputShape(image);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            if ((layer.SettingFaults.FirstOrDefault() ?? layer.InputFault(input)) is { } fault)
            {
                throw new InputException(FormattableString.Invariant($"Network '{network.Name}': {names[i]} (layer {i + 1}) {fault}."));
            }

            var output = layer.OutputShape(input);
            rows.Add(new LayerSummary
            {
                Name = names[i],
                Kind = layer.Kind.KerasClass,
                OutputShape = output,
                Parameters = layer.Parameters(input),
                NonTrainable = layer.NonTrainable(input),
            });
            input = output;
        }

        return rows;
    }
}
