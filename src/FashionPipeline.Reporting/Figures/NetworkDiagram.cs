using FashionPipeline.Data;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>
/// A network as boxes from left to right, row by row: a box for each layer that makes something new, with what is done to it, such as
/// normalisation and dropout, and the shape of what comes out.
/// </summary>
internal static class NetworkDiagram
{
    private const int MostWidth = 460;
    private const int BoxesOfARow = 7;
    private const double Gap = 11;
    private const double BoxWidth = (MostWidth - 2 - ((BoxesOfARow - 1) * Gap)) / BoxesOfARow;
    private const double LineHeight = 8.5;
    private const double Padding = 4;
    private const float TextSize = 7f;

    private static readonly Color Plain = new("#E8F1F8");
    private static readonly Color Inner = new("#FCEBDD");

    /// <summary>Draws a model's layers.</summary>
    /// <param name="model">The model.</param>
    /// <param name="image">What it is given.</param>
    public static Figure Create(ModelContent model, ImageShape image)
    {
        var boxes = BoxesOf(model.Layers, image);
        var height = (boxes.Max(box => box.Lines.Count) * LineHeight) + (2 * Padding);
        var rows = (boxes.Count + BoxesOfARow - 1) / BoxesOfARow;
        var width = (int)Math.Ceiling((Math.Min(boxes.Count, BoxesOfARow) * (BoxWidth + Gap)) - Gap) + 2;
        var total = (int)Math.Ceiling((rows * (height + Gap)) - Gap) + 2;
        return new Figure(
            $"network-{model.Name}",
            "From left to right: " + string.Join("; ", boxes.Select(box => string.Join(", ", box.Lines))),
            width,
            total,
            () => Compose(boxes, height, width, total));
    }

    private static List<Box> BoxesOf(IReadOnlyList<LayerRow> layers, ImageShape image)
    {
        var input = FormattableString.Invariant($"{image.Height} × {image.Width} × {image.Channels}");
        var boxes = new List<Box> { new(["Input"], input, IsInner: false) };
        foreach (var (i, layer) in layers.Index())
        {
            var hasInner = i + 1 < layers.Count && layers[i + 1].Depth > layer.Depth;
            if (hasInner)
            {
                continue;
            }

            var isInner = layer.Depth > 0;
            var isProjection = layer.Name.EndsWith(".projection", StringComparison.Ordinal);
            var isPart = boxes[^1].IsInner == isInner && IsPart(layer);
            if (isPart || isProjection)
            {
                boxes[^1].Texts.Add(isProjection ? "projection beside it" : Part(layer));
            }
            else
            {
                boxes.Add(new([layer.Kind, .. layer.Settings.Where(IsShown).Select(setting => setting.Words)], "", isInner));
            }

            boxes[^1] = isProjection ? boxes[^1] : boxes[^1] with { Shape = Shape(layer) };
            if (isInner && (i + 1 == layers.Count || layers[i + 1].Depth < layer.Depth))
            {
                boxes[^1].Texts.Add("+ the block's input");
            }
        }

        return boxes;
    }

    // The table has all settings.
    private static bool IsShown(SettingWords setting) =>
        (setting.Name, setting.Value) is not (("padding" or "initialiser", _) or ("activation", "linear") or ("strides", "1"));

    // What changes no shape and has no kernel.
    private static bool IsPart(LayerRow layer) =>
        layer.Kind is "BatchNormalization" or "Activation" or "Dropout" || layer.Kind.StartsWith("Random", StringComparison.Ordinal);

    private static string Part(LayerRow layer) => (layer.Kind, layer.Settings) switch
    {
        ("BatchNormalization", _) => "batch norm",
        ("Activation", [var function, ..]) => function.Words,
        ("Dropout", [var rate, ..]) => $"dropout {rate.Value}",
        (_, [var strength, ..]) => $"{layer.Kind[6..].ToLowerInvariant()} {strength.Words}",
        _ => $"random {layer.Kind[6..].ToLowerInvariant()}",
    };

    private static string Shape(LayerRow layer) =>
        layer.OutputShape.Trim('(', ')').Replace("None, ", "", StringComparison.Ordinal).Replace(", ", " × ", StringComparison.Ordinal);

    private static Plot Compose(List<Box> boxes, double height, int width, int total)
    {
        var plot = PlotStyle.CreateCanvas(width, total);
        foreach (var (i, box) in boxes.Index())
        {
            var left = 1 + (i % BoxesOfARow * (BoxWidth + Gap));
            var top = total - 1 - (i / BoxesOfARow * (height + Gap));
            var frame = plot.Add.Rectangle(left, left + BoxWidth, top - height, top);
            frame.FillColor = box.IsInner ? Inner : Plain;
            frame.LineColor = Palette.First;
            frame.LineWidth = 0.75f;
            foreach (var (line, text) in box.Lines.Index())
            {
                var isShape = line == box.Lines.Count - 1;
                var y = isShape ? top - height + Padding : top - Padding - (line * LineHeight);
                plot.Write(
                    text, left + (BoxWidth / 2), y, SizeOf(text), isShape ? Palette.First : Colors.Black,
                    isShape ? Alignment.LowerCenter : Alignment.UpperCenter, bold: line == 0);
            }

            if (i % BoxesOfARow < BoxesOfARow - 1 && i < boxes.Count - 1)
            {
                plot.Write("→", left + BoxWidth + (Gap / 2), top - (height / 2), 9, Colors.Black);
            }
        }

        return plot;
    }

    // A character is about half as wide as it is high.
    private static float SizeOf(string text) => Math.Min(TextSize, (float)(2 * (BoxWidth - Padding) / text.Length));

    private sealed record Box(List<string> Texts, string Shape, bool IsInner)
    {
        public List<string> Lines => [.. Texts, Shape];
    }
}
