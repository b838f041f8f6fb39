using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>
/// The spectral embedding of many classes: one point an image, coloured by its true class, beside a colour bar that names the classes.
/// </summary>
internal static class EmbeddingScatter
{
    private const int Width = 480;
    private const int Height = 330;
    private const int BarWidth = 110;
    private const int PointsASlice = 500;
    private const float Diameter = 2.5f;
    private const int BarText = 20;
    private const float SmallestName = 4;

    /// <summary>Draws the first two coordinates; where there is only one, its points lie on a line.</summary>
    public static Figure Create(EmbeddingContent embedding, IReadOnlyList<string> labelNames) =>
        new(
            "spectral-embedding",
            $"Spectral embedding of {Wording.Thousands(embedding.Labels.Length)} images in two dimensions, one colour a class",
            Width,
            Height,
            () =>
            [
                new Panel(ComposePoints(embedding, labelNames), 0, 0, Width - BarWidth, Height),
                new Panel(ComposeBar(labelNames), Width - BarWidth, 0, BarWidth, Height),
            ])
        {
            IsDense = true,
        };

    private static Plot ComposePoints(EmbeddingContent embedding, IReadOnlyList<string> labelNames)
    {
        var plot = PlotStyle.Create("Spectral Embedding");
        var field = new EmbeddingField(embedding, labelNames);
        var count = embedding.Labels.Length;

        // Class after class would let the last one cover the others: slices of the data keep the points mixed.
        for (var start = 0; start < count; start += PointsASlice)
        {
            var slice = Enumerable.Range(start, Math.Min(PointsASlice, count - start)).ToList();
            for (var label = 0; label < labelNames.Count; label++)
            {
                Coordinates[] points = [.. slice.Where(point => embedding.Labels[point] == label).Select(point => field.Places[point])];
                if (points.Length > 0)
                {
                    plot.Add.Plottable(CanvasPlottable.Dots(points, Palette.OfClass(label), Diameter));
                }
            }
        }

        plot.Add.Plottable(CanvasPlottable.Dots([], Colors.Transparent, Diameter, field.AllCells()));
        var limits = field.Limits;
        plot.Axes.SetLimits(limits);
        EmbeddingAxes.SetTicks(plot.Axes.Bottom, limits.Left, limits.Right);
        EmbeddingAxes.SetTicks(plot.Axes.Left, limits.Bottom, limits.Top);
        plot.XLabel(EmbeddingAxes.Name(0), PlotStyle.TextSize);
        plot.YLabel(EmbeddingAxes.Name(1), PlotStyle.TextSize);
        plot.Axes.Left.MinimumSize = 60;
        return plot;
    }

    private static Plot ComposeBar(IReadOnlyList<string> labelNames)
    {
        var plot = PlotStyle.CreateCanvas(BarWidth, Height);
        const double Top = 34;
        const double Bottom = 30;
        var step = (Height - Top - Bottom) / labelNames.Count;
        string[] names = [.. labelNames.Select((name, label) => $"{Wording.Short(name)} [{label}]")];

        // Neither wider than the bar nor higher than its colour; a character is about half as wide as it is high.
        var widest = (BarWidth - BarText) * 2f / names.Max(name => name.Length);
        var size = Math.Max(SmallestName, Math.Min(PlotStyle.TextSize, Math.Min(widest, (float)step)));
        for (var label = 0; label < labelNames.Count; label++)
        {
            var low = Bottom + (label * step);
            var colour = plot.Add.Rectangle(2, 16, low, low + step);
            colour.FillColor = Palette.OfClass(label);
            colour.LineWidth = 0;
            plot.Write(names[label], BarText, low + (step / 2), size, Colors.Black, Alignment.MiddleLeft);
        }

        return plot;
    }
}
