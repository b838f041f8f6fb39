using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Experiments.Sections;

/// <summary>
/// Reads one layer: <c>flatten</c>, or its kind and settings: <c>dense: {units: 10, activation: softmax}</c>, short <c>dense: 10</c>.
/// A setting at fault becomes one that changes no shape, so that the shapes of the other layers can still be checked.
/// </summary>
/// <param name="classes">Units of a dense layer whose own are at fault.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class LayerReader(int classes, Faults faults)
{
    private static readonly IReadOnlyList<string> Kinds = ExperimentFormat.Layer.Keys;

    /// <summary>The layer, or null with a fault recorded where its kind is unknown.</summary>
    public Layer? Read(YamlNode node, string path)
    {
        if (node is YamlScalar { IsNull: false, Text: var kind })
        {
            return kind == "flatten" ? new Flatten() : NoSettings(kind, node.Place, path);
        }

        if (node is not YamlMapping { Entries: [var entry] })
        {
            return faults.Wrong<Layer>(node, path, "one kind of layer, its settings in braces, such as dense: {units: 10, activation: softmax}");
        }

        return entry.Key switch
        {
            "dense" => Dense(entry.Value, $"{path}.dense"),
            "conv2d" => Conv2D(entry.Value, $"{path}.conv2d"),
            "max_pool2d" => MaxPool2D(entry.Value, $"{path}.max_pool2d"),
            "average_pool2d" => AveragePool2D(entry.Value, $"{path}.average_pool2d"),
            "dropout" => Dropout(entry.Value, $"{path}.dropout"),
            "flatten" => Flatten(entry.Value, $"{path}.flatten"),
            "activation" => new ActivationLayer(faults.Choice<Activation>(entry.Value, $"{path}.activation") ?? Activation.Linear),
            _ => Unknown(entry.Key, entry.KeyPlace, path),
        };
    }

    private Dense Dense(YamlNode node, string path)
    {
        if (node is not YamlMapping)
        {
            return new Dense(faults.Integer(node, path, 1, int.MaxValue) ?? classes);
        }

        var section = YamlSection.Open(node, ExperimentFormat.Dense, path, faults)!;
        return new Dense(section.RequireCount("units", classes), section.Choice("activation", Activation.Linear), Initialiser(section));
    }

    private Conv2D Conv2D(YamlNode node, string path)
    {
        if (YamlSection.Open(node, ExperimentFormat.Conv2D, path, faults) is not { } section)
        {
            return new Conv2D(1, 1, 1);
        }

        var (height, width) = section.Require("kernel") is { } kernel ? Pair(kernel, section.Name("kernel")) : (1, 1);
        return new Conv2D(
            section.RequireCount("filters"),
            height,
            width,
            section.Choice("padding", Padding.Valid),
            section.Choice("activation", Activation.Linear),
            Initialiser(section));
    }

    private static Initialiser Initialiser(YamlSection section) =>
        section.Choice("initialiser", FashionPipeline.Training.Networks.Initialiser.GlorotUniform);

    private MaxPool2D MaxPool2D(YamlNode node, string path)
    {
        var (height, width) = Window(node, ExperimentFormat.MaxPool2D, path);
        return new MaxPool2D(height, width);
    }

    private AveragePool2D AveragePool2D(YamlNode node, string path)
    {
        var (height, width) = Window(node, ExperimentFormat.AveragePool2D, path);
        return new AveragePool2D(height, width);
    }

    private (int Height, int Width) Window(YamlNode node, Section format, string path)
    {
        var window = node;
        if (node is YamlMapping)
        {
            var section = YamlSection.Open(node, format, path, faults)!;
            window = section.Require("window");
            path = section.Name("window");
        }

        return window is null ? (1, 1) : Pair(window, path);
    }

    private Dropout Dropout(YamlNode node, string path)
    {
        var rate = node;
        if (node is YamlMapping)
        {
            var section = YamlSection.Open(node, ExperimentFormat.Dropout, path, faults)!;
            rate = section.Require("rate");
            path = section.Name("rate");
        }

        return new Dropout(rate is null ? 0 : faults.Number(rate, path, value => value is >= 0 and < 1, "from 0 up to, not including, 1") ?? 0);
    }

    private Flatten Flatten(YamlNode node, string path)
    {
        if (node is not (YamlMapping { Entries: [] } or { IsNull: true }))
        {
            faults.Add(node.Place, $"{path}: flatten has no settings, found {node.Found}");
        }

        return new Flatten();
    }

    /// <summary>Rows and columns: <c>3</c> for both, or <c>[3, 5]</c>.</summary>
    private (int Height, int Width) Pair(YamlNode node, string path)
    {
        if (node is YamlList { Items: [var height, var width] })
        {
            return (faults.Integer(height, path, 1, int.MaxValue) ?? 1, faults.Integer(width, path, 1, int.MaxValue) ?? 1);
        }

        if (node is YamlList)
        {
            faults.Add(node.Place, $"{path}: expected one integer, or two as [rows, columns]");
            return (1, 1);
        }

        var size = faults.Integer(node, path, 1, int.MaxValue) ?? 1;
        return (size, size);
    }

    private Layer? NoSettings(string kind, Place place, string path)
    {
        if (!Kinds.Contains(kind))
        {
            return Unknown(kind, place, path);
        }

        faults.Add(place, $"{path}: {kind} needs its settings, such as dense: 10, dropout: 0.2 or conv2d: {{filters: 32, kernel: 3}}");
        return null;
    }

    private Layer? Unknown(string kind, Place place, string path)
    {
        faults.Add(place, $"{path}: unknown layer '{kind}'; {NearestName.Suggest(kind, Kinds)}");
        return null;
    }
}
