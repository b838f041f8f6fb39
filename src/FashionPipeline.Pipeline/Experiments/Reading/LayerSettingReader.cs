using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads one setting of a layer by what its kind of setting allows.</summary>
/// <param name="classes">How many classes there are.</param>
/// <param name="layers">Reads the layers within a layer.</param>
internal sealed class LayerSettingReader(int classes, LayerReader layers)
{
    /// <summary>The value; where it is not stated, or at fault, the setting's default, or what changes no shape.</summary>
    public object Read(LayerSetting setting, YamlValue? value) =>
        (value is null ? null : Stated(setting, value)) ?? setting.Default ?? Neutral(setting);

    private object Neutral(LayerSetting setting) => setting switch
    {
        CountSetting count => count.IsOnePerClass ? classes : 1,
        SizeSetting => new Size(1, 1),
        NumberSetting number => number.Minimum,
        ChoiceSetting choice => choice.Choices[0],
        LayersSetting => (IReadOnlyList<Layer>)[new ActivationLayer(Activation.Linear)],
        _ => throw Unknown(setting),
    };

    private object? Stated(LayerSetting setting, YamlValue value) => setting switch
    {
        CountSetting => value.Count(),
        SizeSetting => Size(value),
        NumberSetting => value.Number((NumberForm)LayerFormat.Form(setting)),
        ChoiceSetting choice => value.Choice(choice.Choices),
        LayersSetting => Layers(value),
        _ => throw Unknown(setting),
    };

    /// <summary>Rows and columns: <c>3</c> for both, or <c>[3, 5]</c>.</summary>
    private static Size? Size(YamlValue value)
    {
        if (value.Node is not YamlList)
        {
            return value.Count() is { } size ? new(size, size) : null;
        }

        if (value.Items() is [var rows, var columns])
        {
            return new(rows.Count() ?? 1, columns.Count() ?? 1);
        }

        value.Fault("expected one integer, or two as [rows, columns]");
        return null;
    }

    /// <summary>The layers, null for one that cannot be read; null where there is none.</summary>
    private IReadOnlyList<Layer?>? Layers(YamlValue value)
    {
        var items = value.Items();
        if (value.Node is YamlList { Items: [] })
        {
            value.Fault($"there are no layers; expected at least one, such as {LayerKinds.ShortExamples}");
        }

        return items.Count == 0
            ? null
            : [.. items.Select((item, i) => layers.Read(item with { Path = FormattableString.Invariant($"{value.Path}, layer {i + 1}") }))];
    }

    private static ArgumentException Unknown(LayerSetting setting) => new($"No reader for the setting {setting.Name}.", nameof(setting));
}
