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
internal sealed class LayerReader
{
    private readonly LayerSettingReader settings;

    /// <param name="classes">How many classes there are.</param>
    public LayerReader(int classes) => settings = new(classes, this);

    /// <summary>The layer, or null with a fault recorded where its kind, or that of a layer within it, is unknown.</summary>
    public Layer? Read(YamlValue value)
    {
        if (LayerSyntax.Entry(value.Node) is not { } entry)
        {
            return value.Wrong<Layer>($"one kind of layer, its settings in braces, such as {LayerKinds.Example}");
        }

        if (LayerKinds.Find(entry.Key) is not { } kind)
        {
            var known = LayerKinds.All.Select(each => each.Name);
            value.Faults.Add(entry.KeyPlace, $"{value.Path}: unknown layer '{entry.Key}'; {NearestName.Suggest(entry.Key, known)}");
            return null;
        }

        if (value.Node is YamlScalar && !kind.IsNameEnough)
        {
            value.Fault($"{kind.Name} needs its settings, such as {LayerKinds.ShortExamples}");
            return null;
        }

        var values = Values(kind, new YamlValue(entry.Value, $"{value.Path}.{kind.Name}", value.Faults));
        return values.Any(each => each.Value is IReadOnlyList<Layer?> layers && layers.Contains(null)) ? null : kind.Create(values);
    }

    private LayerValues Values(LayerKind kind, YamlValue value)
    {
        if (kind.Settings.Count == 0 && value.Node is not (YamlMapping { Entries: [] } or { IsNull: true }))
        {
            value.Fault($"{kind.Name} has no settings, found {value.Node.Found}");
        }

        var isShort = kind.HasShortForm && (value.Node is not YamlMapping || !kind.HasLongForm);
        var hasNone = kind.Settings.Count == 0 || (kind.IsNameEnough && value.Node.IsNull);
        var section = isShort || hasNone ? null : value.Section(LayerFormat.Of(kind));
        var values = new LayerValues();
        foreach (var (i, setting) in kind.Settings.Index())
        {
            var stated = setting.Default is null ? section?.Require(setting.Name) : section?.Find(setting.Name);
            values.Add(setting.Name, settings.Read(setting, isShort && i == 0 ? value : stated));
        }

        return values;
    }
}
