using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Writing;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>
/// A confusion matrix as coloured rectangles with their counts and shares of the row: vectors, where a heat map would be a bitmap.
/// </summary>
internal static class ConfusionHeatMap
{
    private const int Width = 460;
    private const int Height = 420;
    private const float AxisTitleHeight = 22;

    // Beyond, a count would be smaller than can be read.
    private const int MostClassesWithCounts = 16;

    /// <summary>Draws the matrix, true class by row; colours by the share of the row, on a square-root scale.</summary>
    public static Figure Create(ConfusionMatrix matrix, IReadOnlyList<string> labelNames) =>
        new(
            "confusion-matrix",
            $"Confusion matrix of {matrix.Classes} classes, true class by row and predicted class by column",
            Width,
            Height,
            () => Compose(matrix, labelNames));

    private static string Cell(int count, double share) => count == 0 ? "0" : $"{count}\n{Wording.Decimal(share * 100, 1)}%";

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
                if (classes <= MostClassesWithCounts)
                {
                    var colour = share > 0.25 ? Colors.White : Colors.Black;
                    plot.Write(Cell(matrix[truth, predicted], share), predicted, row, Math.Min(8, 80f / classes), colour);
                }
            }
        }

        plot.Axes.SetLimits(-0.5, classes - 0.5, -0.5, classes - 0.5);
        PlotStyle.NameClassesBelow(plot, labelNames, AxisTitleHeight);
        PlotStyle.NameClasses(plot.Axes.Left, labelNames, label => classes - 1 - label, AxisTitleHeight);
        plot.XLabel("Predicted class", PlotStyle.TextSize);
        plot.YLabel("True class", PlotStyle.TextSize);
        return plot;
    }
}
