using FashionPipeline.Data;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Training.Networks;

/// <summary>Whether the layers of a network fit each other, the images and the classes.</summary>
public static class ShapeCheck
{
    /// <summary>
    /// Every fault of the network, in the order of its layers; empty where it fits. Behind a layer whose output cannot be
    /// known, shapes are checked again from the next layer on whose output does not depend on it.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="image">Size of an image.</param>
    /// <param name="classes">How many classes there are.</param>
    public static IReadOnlyList<NetworkFault> Faults(Network network, ImageShape image, int classes)
    {
        if (network.Layers.Count == 0)
        {
            return [new NetworkFault(
                0, $"network '{network.Name}' has no layers; end it with a dense layer of {classes} units, one for each class")];
        }

        var faults = new List<NetworkFault>();
        var names = LayerNames.Of(network.Layers);
        IReadOnlyList<int>? shape = network.InputShape(image);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            var where = FormattableString.Invariant($"{names[i]} (layer {i + 1})");
            var found = layer.SettingFaults.ToList();
            if (shape is not null && layer.InputFault(shape) is { } fault)
            {
                found.Add(fault);
            }

            if (ActivationFault(layer.OutputActivation, isLast: i == network.Layers.Count - 1) is { } misplaced)
            {
                found.Add(misplaced);
            }

            faults.AddRange(found.Select(message => new NetworkFault(i, $"{where} {message}")));
            shape = shape is null || found.Count > 0 ? layer.ShapeAtFault(shape) : layer.OutputShape(shape);
        }

        if (shape is not null && (shape.Count != 1 || shape[0] != classes))
        {
            var last = network.Layers.Count - 1;
            faults.Add(new NetworkFault(last, FormattableString.Invariant(
                $"{names[last]} (layer {last + 1}) is the last layer and gives {Shapes.Text(shape)}, ")
                + $"but the data has {classes} classes; end with a dense layer of {classes} units"));
        }

        return faults;
    }

    // Training works on logits, which can be any number.
    private static string? ActivationFault(Activation activation, bool isLast) => (activation, isLast) switch
    {
        (Activation.Softmax, false) => "has the activation softmax, which belongs on the last layer only; use relu here",
        (Activation.Linear or Activation.Softmax, _) or (_, false) => null,
        _ => $"is the last layer and has the activation {SnakeCase.Of(activation)}, whose values are no logits; use softmax here",
    };
}
