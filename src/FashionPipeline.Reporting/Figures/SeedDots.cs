using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>The test accuracy of each seed as a point, one column a model, the seed of the report marked.</summary>
internal static class SeedDots
{
    private const int Height = 220;
    private const int LeftAxis = 52;
    private const int WidthOfColumn = 110;
    private const int LargestWidth = 460;
    private const double HalfMean = 0.18;

    /// <summary>Draws a comparison of at least one model.</summary>
    public static Figure Create(SeedComparison comparison, ReportContent content)
    {
        var alternativeText = "Test accuracy of each seed: " + string.Join("; ", comparison.Models.Select(model =>
            $"{Wording.Of(content.Model(model.All.Model))} from {Wording.Percent(model.Lowest)} to {Wording.Percent(model.Highest)}, mean "
                + $"{Wording.Percent(model.TestAccuracy.Mean)}, seed {comparison.Seed} {Wording.Percent(model.Own.TestAccuracy)}"));
        var width = Math.Min(LargestWidth, LeftAxis + 30 + (WidthOfColumn * Math.Max(2, comparison.Models.Count)));
        return new Figure($"seeds-{comparison.Source}", alternativeText, width, Height, () => Compose(comparison, content));
    }

    private static Plot Compose(SeedComparison comparison, ReportContent content)
    {
        var plot = PlotStyle.Create("Test Accuracy of Each Seed");
        foreach (var (column, model) in comparison.Models.Index())
        {
            var mean = plot.Add.Line(column - HalfMean, model.TestAccuracy.Mean, column + HalfMean, model.TestAccuracy.Mean);
            mean.LineColor = Colors.Black;
            mean.LineWidth = 1;
            foreach (var run in model.All.Runs)
            {
                var point = plot.Add.ScatterPoints(new double[] { column }, new[] { run.TestAccuracy }, Palette.First);
                point.MarkerSize = 6;
                point.LegendText = $"Seed {run.Seed}";
                if (run.Seed == comparison.Seed)
                {
                    Mark(plot.Add.ScatterPoints(new double[] { column }, new[] { run.TestAccuracy }, Palette.Second));
                }
            }
        }

        foreach (var (column, model) in comparison.Models.Index())
        {
            if (content.PublishedAccuracy(model.All.Model) is { } published)
            {
                var cross = plot.Add.ScatterPoints(new double[] { column }, new[] { published }, Colors.Black);
                cross.MarkerShape = MarkerShape.Eks;
                cross.MarkerSize = 7;
                cross.LegendText = "Source";
            }
        }

        SetAxes(plot, comparison, content);
        plot.HideLegend();
        return plot;
    }

    // A circle hides no point that lies in it.
    private static void Mark(Scatter point)
    {
        point.MarkerShape = MarkerShape.OpenCircle;
        point.MarkerColor = Palette.Second;
        point.MarkerSize = 11;
        point.MarkerLineWidth = 2;
    }

    private static void SetAxes(Plot plot, SeedComparison comparison, ReportContent content)
    {
        var published = comparison.Models.Select(model => content.PublishedAccuracy(model.All.Model)).OfType<double>().ToList();
        var lowest = published.Append(comparison.Models.Min(model => model.Lowest)).Min();
        var highest = published.Append(comparison.Models.Max(model => model.Highest)).Max();
        var step = highest - lowest > 0.1 ? 0.05 : highest - lowest > 0.025 ? 0.01 : 0.005;
        var (low, high) = (Math.Floor((lowest / step) - 0.25) * step, Math.Ceiling((highest / step) + 0.25) * step);
        plot.Axes.SetLimits(-0.6, comparison.Models.Count - 0.4, low, high);
        PlotStyle.SetPercentTicks(plot.Axes.Left, low, high, step);
        plot.Axes.Left.MinimumSize = LeftAxis;
        plot.YLabel("Test accuracy", PlotStyle.TextSize);
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. comparison.Models.Select((_, column) => (double)column)],
            [.. comparison.Models.Select(model => Wording.Short(Wording.Of(content.Model(model.All.Model))))]);
        plot.Grid.XAxisStyle.IsVisible = false;
    }
}
