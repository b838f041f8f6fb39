using System.Globalization;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>The settings of a layer as readers know them: <c>32 filters, 3 × 3 kernel, no padding, ReLU, Glorot uniform</c>.</summary>
internal static class LayerWords
{
    /// <summary>The settings, in the order of the layer's kind; of layers within it nothing.</summary>
    public static string Of(Layer layer) => string.Join(", ", layer.Values.Select(setting => (setting.Key, setting.Value) switch
    {
        (_, IReadOnlyList<Layer>) => "",
        ("padding", "valid") => "no padding",
        ("padding", _) => "same padding",
        ("activation" or "function", var function) => FunctionOf((string)function),
        ("initialiser", var initialiser) => InitialiserOf((string)initialiser),
        ("pixels", var pixels) => $"up to {Text(pixels)} px",
        ("kernel" or "window", var size) => $"{Text(size)} {setting.Key}",
        ("units" or "filters", var count) => $"{Text(count)} {setting.Key}",
        var (name, value) => $"{name.Replace('_', ' ')} {Text(value)}",
    }).Where(words => words.Length > 0));

    private static string FunctionOf(string name) => name switch
    {
        "relu" => "ReLU",
        "linear" => "linear",
        _ => name,
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
