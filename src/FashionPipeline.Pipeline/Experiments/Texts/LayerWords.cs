using System.Globalization;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>The settings of a layer as readers know them: <c>32 filters, 3 × 3 kernel, no padding, ReLU, Glorot uniform</c>.</summary>
internal static class LayerWords
{
    /// <summary>The settings, in the order of the layer's kind; of layers within it nothing.</summary>
    public static IReadOnlyList<SettingWords> Of(Layer layer) =>
    [
        .. from setting in layer.Values
           where setting.Value is not IReadOnlyList<Layer>
           let value = Text(setting.Value)
           select new SettingWords(setting.Key, value, Words(setting.Key, value)),
    ];

    private static string Words(string name, string value) => (name, value) switch
    {
        ("padding", "valid") => "no padding",
        ("padding", _) => "same padding",
        ("activation" or "function", "relu") => "ReLU",
        ("activation" or "function", _) => value,
        ("initialiser", _) => InitialiserOf(value),
        ("pixels", _) => $"up to {value} px",
        ("kernel" or "window" or "units" or "filters", _) => $"{value} {name}",
        _ => $"{name.Replace('_', ' ')} {value}",
    };

    // A proper name, and the distribution.
    private static string InitialiserOf(string name) =>
        CultureInfo.InvariantCulture.TextInfo.ToUpper(name[0]) + name[1..].Replace('_', ' ');

    private static string Text(object value) => value switch
    {
        Size size => FormattableString.Invariant($"{size.Rows} × {size.Columns}"),
        _ => FormattableString.Invariant($"{value}"),
    };
}
