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
    private const int Height = 400;
    private const int ScaleWidth = 58;
    private const int ScaleSteps = 40;
    private const float AxisTitleHeight = 22;

    // Beyond, a count would be smaller than can be read.
    private const int MostClassesWithCounts = 16;

    /// <summary>Draws the matrix, true class by row; colours by the share of the row, on a square-root scale.</summary>
    public static Figure Create(ConfusionMatrix matrix, IReadOnlyList<string> labelNames) =>
        new(
            "confusion-matrix",
            $"Confusion matrix of {matrix.Classes} classes, true class by row and predicted class by column; most frequent mistakes: "
                + string.Join(", ", ConfusedPairs.Of(matrix).Take(3).Select(pair =>
                    $"{labelNames[pair.Truth]} as {labelNames[pair.Predicted]} {pair.Count}")),
            Width,
            Height,
            () =>
            [
                new Panel(Compose(matrix, labelNames), 0, 0, Width - ScaleWidth, Height),
                new Panel(ComposeScale(), Width - ScaleWidth, 0, ScaleWidth, Height),
            ]);

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

    // As high as the root of the share, so that the colours are evenly far apart.
    private static Plot ComposeScale()
    {
        const double Left = 6, Right = 18, Top = 40, Bottom = 110;
        var plot = PlotStyle.CreateCanvas(ScaleWidth, Height);
        var height = Height - Top - Bottom;
        for (var step = 0; step < ScaleSteps; step++)
        {
            var part = plot.Add.Rectangle(
                Left, Right, Bottom + (height * step / ScaleSteps), Bottom + (height * (step + 1) / ScaleSteps));
            part.FillColor = Palette.Heat(Math.Pow((step + 0.5) / ScaleSteps, 2));
            part.LineWidth = 0;
        }

        foreach (var share in new[] { 0, 0.01, 0.05, 0.1, 0.25, 0.5, 1 })
        {
            plot.Write(
                Wording.Percent(share, 0), Right + 4, Bottom + (height * Math.Sqrt(share)), 7, Colors.Black, Alignment.MiddleLeft);
        }

        plot.Write("Share of the", Left - 4, Height - Top + 22, 7, Colors.Black, Alignment.MiddleLeft);
        plot.Write("true class", Left - 4, Height - Top + 12, 7, Colors.Black, Alignment.MiddleLeft);
        return plot;
    }
}
