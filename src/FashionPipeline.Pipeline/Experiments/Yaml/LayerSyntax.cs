using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Experiments.Yaml;

/// <summary>How an experiment writes a layer: <c>flatten</c>, short <c>dropout: 0.2</c>, or long <c>dropout: {rate: 0.2}</c>.</summary>
internal static class LayerSyntax
{
    /// <summary>The layer in its long form with some settings changed; what is no layer stays, and is found when it is read.</summary>
    /// <param name="layer">The layer as it was written.</param>
    /// <param name="change">Changes settings; those of a kind that has no long form are the layer itself: <c>activation: relu</c>.</param>
    public static YamlNode Change(YamlNode layer, Func<YamlMapping, YamlMapping> change)
    {
        if (Entry(layer) is not { } entry || LayerKinds.Find(entry.Key) is not { } kind)
        {
            return layer;
        }

        var mapping = new YamlMapping([entry], layer.Place);
        return kind.HasLongForm ? mapping.With(entry with { Value = change(Settings(kind, entry)) }) : change(mapping);
    }

    /// <summary>A layer's kind, and its settings as they were written; null where it has not the form of a layer.</summary>
    public static YamlEntry? Entry(YamlNode layer) => layer switch
    {
        YamlScalar { IsNull: false } name => new YamlEntry(name.Text, name.Place, new YamlScalar("", IsPlain: true, name.Place)),
        YamlMapping { Entries: [var only] } => only,
        _ => null,
    };

    private static YamlMapping Settings(LayerKind kind, YamlEntry entry) => entry.Value switch
    {
        YamlMapping settings => settings,
        { IsNull: false } value when kind.HasShortForm => new([new YamlEntry(kind.Settings[0].Name, value.Place, value)], value.Place),
        { Place: var place } => new([], place),
    };
}
