using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Writing;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>Precision by recall of each class, the classes that are hardest to tell apart first.</summary>
internal static class PrecisionRecallCurves
{
    private const int Width = 460;
    private const int Height = 250;
    /// <summary>Curves at most: there are no more colours.</summary>
    public const int MostClasses = 10;
    private const float LegendSize = 8;

    /// <summary>Draws a curve a class, of at most so many as there are colours, the lowest first.</summary>
    public static Figure Create(IReadOnlyList<PrecisionRecall> classes, IReadOnlyList<string> labelNames)
    {
        var curves = classes.Index().Select(each => (Label: each.Index, Curve: each.Item))
            .Where(each => each.Curve.Precisions.Count > 0).OrderBy(each => each.Curve.AveragePrecision).Take(MostClasses).ToList();
        return new Figure(
            "precision-recall",
            "Average precision: " + string.Join(", ", curves.Select(each =>
                $"{labelNames[each.Label]} {Wording.Percent(each.Curve.AveragePrecision, 1)}")),
            Width,
            Height,
            () =>
            {
                var plot = PlotStyle.Create("Precision by Recall");
                double[] recalls = [.. Enumerable.Range(1, PrecisionRecall.Steps).Select(step => (double)step / PrecisionRecall.Steps)];
                foreach (var (i, (label, curve)) in curves.Index())
                {
                    var line = plot.Add.ScatterLine(recalls, curve.Precisions.ToArray(), Palette.OfClass(i));
                    line.LineWidth = 1.5f;
                    line.LegendText = $"{Wording.Short(labelNames[label])} {Wording.Percent(curve.AveragePrecision, 1)}";
                }

                var low = Math.Floor(curves.SelectMany(each => each.Curve.Precisions).Append(0.9).Min() * 5) / 5;
                plot.Axes.SetLimits(0, 1, low, 1.005);
                PlotStyle.SetPercentTicks(plot.Axes.Bottom, 0, 1, 0.2);
                PlotStyle.SetPercentTicks(plot.Axes.Left, low, 1, 0.2);
                plot.XLabel("Recall", PlotStyle.TextSize);
                plot.YLabel("Precision", PlotStyle.TextSize);
                plot.Legend.FontSize = LegendSize;
                plot.ShowLegend(Edge.Right);
                return plot;
            });
    }
}
