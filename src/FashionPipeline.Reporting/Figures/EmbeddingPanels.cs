using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>The spectral embedding of few classes: a part for each, its points in colour before some of all others in grey.</summary>
internal static class EmbeddingPanels
{
    /// <summary>Of more classes, the parts would be too small.</summary>
    public const int MostClasses = 15;

    private const int Columns = 5;
    private const int Width = 460;
    private const int LeftAxis = 50;
    private const int BottomAxis = 36;
    private const int TopAxis = 18;
    private const int Edge = 4;
    private const int Side = (Width - LeftAxis - (Columns * Edge)) / Columns;

    // Every so many images are enough to show where all of them lie.
    private const int GreyEvery = 10;
    private const float AxisTextSize = 7;
    private const float Diameter = 1.6f;

    private static readonly Color Grey = new("#D0D0D0");

    /// <summary>Draws the first two coordinates; where there is only one, its points lie on a line.</summary>
    public static Figure Create(EmbeddingContent embedding, IReadOnlyList<string> labelNames)
    {
        var rows = (labelNames.Count + Columns - 1) / Columns;
        var field = new EmbeddingField(embedding, labelNames);
        return new Figure(
            "spectral-embedding",
            $"Spectral embedding of {Wording.Thousands(embedding.Labels.Length)} images in two dimensions, a part for each of "
                + $"{labelNames.Count} classes; of the {embedding.Agreement.Looked} nearest neighbours of its points are of its class: "
                + string.Join(", ", labelNames.Zip(embedding.Agreement.Classes)
                    .Where(each => each.Second is not null)
                    .Select(each => $"{each.First} {Wording.Percent(each.Second!.Value, 1)}")),
            Width,
            (rows * (TopAxis + Side)) + BottomAxis,
            () => [.. labelNames.Select((name, label) => Part(embedding, field, name, label, labelNames.Count, rows))])
        {
            IsDense = true,
        };
    }

    private static Panel Part(EmbeddingContent embedding, EmbeddingField field, string name, int label, int classes, int rows)
    {
        var (row, column) = (label / Columns, label % Columns);
        var (isFirst, isLast) = (column == 0, label + Columns >= classes);
        var plot = PlotStyle.Create();
        var points = Enumerable.Range(0, embedding.Labels.Length).ToList();
        AddDots(points.Where(point => point % GreyEvery == 0 && embedding.Labels[point] != label), Grey, []);
        AddDots(points.Where(point => embedding.Labels[point] == label), Palette.First, field.CellsOf(label));
        plot.Title(Wording.Short(name), 8);
        var limits = field.Limits;
        SetAxis(plot.Axes.Left, limits.Bottom, limits.Top, isFirst, isFirst ? LeftAxis : 0);
        SetAxis(plot.Axes.Bottom, limits.Left, limits.Right, isLast, isLast ? BottomAxis : 0);
        plot.Axes.SetLimits(limits);
        plot.Axes.Title.MinimumSize = plot.Axes.Title.MaximumSize = TopAxis;
        plot.Axes.Top.MinimumSize = plot.Axes.Top.MaximumSize = 0;
        plot.Axes.Right.MinimumSize = plot.Axes.Right.MaximumSize = Edge;
        if (isFirst)
        {
            plot.YLabel(EmbeddingAxes.Name(1), AxisTextSize);
        }

        // Once for all columns.
        if (isLast && column == Math.Min(Columns, classes) / 2)
        {
            plot.XLabel(EmbeddingAxes.Name(0), AxisTextSize);
        }

        var left = isFirst ? 0 : LeftAxis + (column * (Side + Edge));
        return new Panel(
            plot, left, row * (TopAxis + Side), Side + Edge + (isFirst ? LeftAxis : 0), TopAxis + Side + (isLast ? BottomAxis : 0));

        void AddDots(IEnumerable<int> shown, Color colour, IReadOnlyList<(CoordinateRect Area, string Title)> values)
        {
            Coordinates[] places = [.. shown.Select(point => field.Places[point])];
            if (places.Length > 0)
            {
                plot.Add.Plottable(CanvasPlottable.Dots(places, colour, Diameter, values));
            }
        }
    }

    private static void SetAxis(IAxis axis, double low, double high, bool isMarked, float size)
    {
        axis.MinimumSize = axis.MaximumSize = size;
        axis.TickLabelStyle.FontSize = AxisTextSize;
        // A label at an edge would be cut.
        var edge = (high - low) / 8;
        EmbeddingAxes.SetTicks(axis, low + edge, high - edge, most: 3);
        if (!isMarked)
        {
            // The grid stays.
            axis.TickLabelStyle.IsVisible = false;
            axis.MajorTickStyle.Length = 0;
        }
    }
}
