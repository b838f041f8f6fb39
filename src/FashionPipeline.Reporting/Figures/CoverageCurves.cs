using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>The accuracy over the images that a model is surest of, by their share of all.</summary>
internal static class CoverageCurves
{
    private const int Width = 460;
    private const int Height = 220;
    private const float LegendSize = 8;

    /// <summary>Draws a curve for the first run of each model.</summary>
    public static Figure Create(IReadOnlyList<ModelContent> models)
    {
        var curves = models.Select(model => (Model: model, model.FirstRun.Coverage)).ToList();
        return new Figure(
            "accuracy-by-coverage",
            "Accuracy over the surest half of the images, and over all: " + string.Join("; ", curves.Select(curve =>
                $"{Wording.Of(curve.Model)} {Wording.Percent(curve.Coverage.Accuracies[(Coverage.Steps / 2) - 1])}, "
                    + Wording.Percent(curve.Coverage.Accuracies[^1]))),
            Width,
            Height,
            () =>
            {
                var plot = PlotStyle.Create("Accuracy by Coverage");
                double[] shares = [.. Enumerable.Range(1, Coverage.Steps).Select(step => (double)step / Coverage.Steps)];
                foreach (var (i, curve) in curves.Index())
                {
                    var line = plot.Add.ScatterLine(shares, curve.Coverage.Accuracies.ToArray(), Palette.OfSeries(i));
                    line.LineWidth = 1.5f;
                    line.LegendText = Wording.Of(curve.Model);
                }

                var lowest = curves.SelectMany(curve => curve.Coverage.Accuracies).Min();
                var step = Ticks.Step(1 - lowest);
                var low = Math.Floor(lowest / step) * step;
                plot.Axes.SetLimits(0, 1, low, 1 + (step / 10));
                PlotStyle.SetPercentTicks(plot.Axes.Bottom, 0, 1, 0.2);
                PlotStyle.SetPercentTicks(plot.Axes.Left, low, 1, step);
                plot.XLabel("Share of the images, the surest first", PlotStyle.TextSize);
                plot.YLabel("Accuracy", PlotStyle.TextSize);
                plot.ShowLegend(Alignment.LowerLeft).FontSize = LegendSize;
                return plot;
            });
    }
}
