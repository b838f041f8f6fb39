using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads one setting of a layer by what its kind of setting allows.</summary>
/// <param name="classes">How many classes there are.</param>
/// <param name="faults">Takes the faults.</param>
internal sealed class LayerSettingReader(int classes, Faults faults)
{
    /// <summary>The value; with a fault recorded, <see cref="AtFault"/>.</summary>
    public object Read(LayerSetting setting, YamlNode node, string path) => Value(setting, node, path) ?? AtFault(setting);

    /// <summary>What a setting that is not stated, or at fault, is taken for: its default, or what changes no shape.</summary>
    public object AtFault(LayerSetting setting) => setting.Default ?? setting switch
    {
        CountSetting count => count.IsOnePerClass ? classes : 1,
        SizeSetting => new Size(1, 1),
        NumberSetting number => number.Minimum,
        ChoiceSetting choice => choice.Choices[0],
        _ => throw Unknown(setting),
    };

    private object? Value(LayerSetting setting, YamlNode node, string path) => setting switch
    {
        CountSetting => faults.Integer(node, path, 1, int.MaxValue),
        SizeSetting => Size(node, path),
        NumberSetting number => Number(number, node, path),
        ChoiceSetting choice => faults.Choice(node, path, choice.Choices),
        _ => throw Unknown(setting),
    };

    /// <summary>Rows and columns: <c>3</c> for both, or <c>[3, 5]</c>.</summary>
    private Size? Size(YamlNode node, string path)
    {
        if (node is YamlList { Items: [var rows, var columns] })
        {
            return new(faults.Integer(rows, path, 1, int.MaxValue) ?? 1, faults.Integer(columns, path, 1, int.MaxValue) ?? 1);
        }

        if (node is YamlList)
        {
            faults.Add(node.Place, $"{path}: expected one integer, or two as [rows, columns]");
            return null;
        }

        return faults.Integer(node, path, 1, int.MaxValue) is { } size ? new(size, size) : null;
    }

    private double? Number(NumberSetting setting, YamlNode node, string path) => faults.Number(
        node,
        path,
        value => value >= setting.Minimum && value < setting.Limit,
        FormattableString.Invariant($"from {setting.Minimum} up to, not including, {setting.Limit}"));

    private static ArgumentException Unknown(LayerSetting setting) => new($"No reader for the setting {setting.Name}.", nameof(setting));
}
