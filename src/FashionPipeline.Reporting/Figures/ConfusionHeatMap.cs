using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Document;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>A confusion matrix as coloured rectangles with their counts: vectors, where a heat map would be a bitmap.</summary>
internal static class ConfusionHeatMap
{
    private const int Width = 460;
    private const int Height = 420;

    /// <summary>Draws the matrix, true class by row; colours by the share of the row, on a square-root scale.</summary>
    public static Figure Create(ConfusionMatrix matrix, IReadOnlyList<string> labelNames) =>
        new(
            "confusion-matrix",
            $"Confusion matrix of {matrix.Classes} classes, true class by row and predicted class by column",
            Width,
            Height,
            () => [new Panel(Compose(matrix, labelNames), 0, 0, Width, Height)]);

    private static Plot Compose(ConfusionMatrix matrix, IReadOnlyList<string> labelNames)
    {
        var plot = PlotStyle.Create("Confusion Matrix");
        plot.HideGrid();
        var classes = matrix.Classes;
        for (var truth = 0; truth < classes; truth++)
        {
            var support = Enumerable.Range(0, classes).Sum(predicted => matrix[truth, predicted]);
            for (var predicted = 0; predicted < classes; predicted++)
            {
                var share = support == 0 ? 0 : (double)matrix[truth, predicted] / support;
                var row = classes - 1 - truth;
                var cell = plot.Add.Rectangle(predicted - 0.5, predicted + 0.5, row - 0.5, row + 0.5);
                cell.FillColor = Palette.Heat(share);
                cell.LineColor = Colors.White;
                cell.LineWidth = 1;
                plot.Write(Words.Count(matrix[truth, predicted]), predicted, row, 10, share > 0.25 ? Colors.White : Colors.Black);
            }
        }

        plot.Axes.SetLimits(-0.5, classes - 0.5, -0.5, classes - 0.5);
        var labels = Enumerable.Range(0, classes).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. labels.Select(label => (double)label)], [.. labels.Select(label => $"{labelNames[label]} [{label}]")]);
        plot.Axes.Left.TickGenerator = new NumericManual([.. labels.Select(label => (double)(classes - 1 - label))], [.. labels.Select(label => $"{labelNames[label]} [{label}]")]);
        plot.Axes.Bottom.TickLabelStyle.Rotation = -90;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
        plot.Axes.Bottom.MinimumSize = 105;
        plot.Axes.Left.MinimumSize = 105;
        plot.XLabel("Predicted class", 12);
        plot.YLabel("True class", 12);
        return plot;
    }
}
