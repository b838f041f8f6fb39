namespace FashionPipeline.Training.Layers;

/// <summary>A kind of layer: its names and its settings. Readers, tables and texts work on this and know no layer by name.</summary>
public sealed class LayerKind
{
    /// <summary>Its name in experiments: <c>max_pool2d</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Keras's word for its class: <c>MaxPooling2D</c>.</summary>
    public required string KerasClass { get; init; }

    /// <summary>Keras's name for the first of its kind in a network: <c>max_pooling2d</c>; the second is <c>max_pooling2d_1</c>.</summary>
    public required string KerasName { get; init; }

    /// <summary>Its settings, in the order in which texts have them.</summary>
    public IReadOnlyList<LayerSetting> Settings { get; init; } = [];

    /// <summary>Makes a layer of the values of all settings.</summary>
    public required Func<LayerValues, Layer> Create { get; init; }

    /// <summary>True where the first setting may stand alone, without its name: <c>dense: 10</c>. The others must have defaults.</summary>
    public bool HasShortForm { get; init; }

    /// <summary>False where the short form is the only one: <c>activation: relu</c>.</summary>
    public bool HasLongForm { get; init; } = true;

    /// <summary>True where it needs no settings, and may be its name alone: <c>flatten</c>.</summary>
    public bool IsNameEnough => Settings.All(setting => setting.Default is not null);

    /// <summary>The line of a layer in an experiment, its settings written out: <c>max_pool2d: {window: [2, 2]}</c>.</summary>
    public string Text(LayerValues values)
    {
        if (Settings.Count == 0)
        {
            return Name;
        }

        var written = Settings.Where(IsWritten).Select(setting => $"{setting.Name}: {values.Text(setting.Name)}");
        return HasLongForm
            ? $"{Name}: {{{string.Join(", ", written)}}}"
            : $"{Name}: {values.Text(Settings[0].Name)}";

        bool IsWritten(LayerSetting setting) =>
            !setting.IsLeftOutAtDefault || !values.Any(value => value.Key == setting.Name && value.Value.Equals(setting.Default));
    }
}
