using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>
/// Reads one layer of any registered kind: <c>flatten</c>, or its kind and settings: <c>dense: {units: 10, activation: softmax}</c>,
/// short <c>dense: 10</c>. A setting at fault becomes one that changes no shape, so that the shapes of the other layers can still
/// be checked.
/// </summary>
/// <param name="classes">How many classes there are.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class LayerReader(int classes, Faults faults)
{
    private readonly LayerSettingReader settings = new(classes, faults);

    /// <summary>The layer, or null with a fault recorded where its kind is unknown.</summary>
    public Layer? Read(YamlNode node, string path)
    {
        if (node is YamlScalar { IsNull: false, Text: var name })
        {
            return LayerKinds.Find(name) is { Settings: [] } kind ? kind.Create([]) : NoSettings(name, node.Place, path);
        }

        if (node is not YamlMapping { Entries: [var entry] })
        {
            return faults.Wrong<Layer>(node, path, $"one kind of layer, its settings in braces, such as {LayerKinds.Example}");
        }

        return LayerKinds.Find(entry.Key) is { } found
            ? found.Create(Values(found, entry.Value, $"{path}.{found.Name}"))
            : Unknown(entry.Key, entry.KeyPlace, path);
    }

    private LayerValues Values(LayerKind kind, YamlNode node, string path)
    {
        if (kind.Settings.Count == 0)
        {
            RequireEmpty(kind, node, path);
            return [];
        }

        return kind.HasShortForm && (node is not YamlMapping || !kind.HasLongForm)
            ? ShortForm(kind, node, path)
            : LongForm(kind, node, path);
    }

    private LayerValues ShortForm(LayerKind kind, YamlNode node, string path)
    {
        var values = new LayerValues { { kind.Settings[0].Name, settings.Read(kind.Settings[0], node, path) } };
        foreach (var setting in kind.Settings.Skip(1))
        {
            values.Add(setting.Name, setting.Default!);
        }

        return values;
    }

    private LayerValues LongForm(LayerKind kind, YamlNode node, string path)
    {
        var section = YamlSection.Open(node, ExperimentFormat.Of(kind), path, faults);
        var values = new LayerValues();
        foreach (var setting in kind.Settings)
        {
            var value = setting.Default is null ? section?.Require(setting.Name) : section?.Find(setting.Name);
            values.Add(
                setting.Name, value is null ? settings.AtFault(setting) : settings.Read(setting, value, section!.Name(setting.Name)));
        }

        return values;
    }

    private void RequireEmpty(LayerKind kind, YamlNode node, string path)
    {
        if (node is not (YamlMapping { Entries: [] } or { IsNull: true }))
        {
            faults.Add(node.Place, $"{path}: {kind.Name} has no settings, found {node.Found}");
        }
    }

    private Layer? NoSettings(string name, Place place, string path)
    {
        if (LayerKinds.Find(name) is null)
        {
            return Unknown(name, place, path);
        }

        faults.Add(place, $"{path}: {name} needs its settings, such as {LayerKinds.ShortExamples}");
        return null;
    }

    private Layer? Unknown(string name, Place place, string path)
    {
        faults.Add(place, $"{path}: unknown layer '{name}'; {NearestName.Suggest(name, LayerKinds.All.Select(kind => kind.Name))}");
        return null;
    }
}
