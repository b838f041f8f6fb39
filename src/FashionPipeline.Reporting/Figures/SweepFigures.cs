using System.Globalization;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>What the points of a sweep reached.</summary>
internal static class SweepFigures
{
    private const int Width = 460;
    private const int Height = 220;
    private const float LegendSize = 7;
    private const int Named = 8;
    private const int MostTicks = 6;

    /// <summary>The validation accuracy of each point after each epoch, of its first seed; the best ones are named.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="points">The points, the best first.</param>
    public static Figure Curves(string sweep, IReadOnlyList<ModelContent> points) => new(
        $"sweep-{sweep}",
        $"Validation accuracy of {points.Count} points; the best, {points[0].Name}, reached "
            + Wording.Percent(points[0].Findings.ValidationAccuracy.Mean),
        Width,
        Height,
        () =>
        {
            var plot = PlotStyle.Create("Validation Accuracy");
            foreach (var (i, point) in points.Index().Reverse())
            {
                var values = point.FirstRun.History.Select(epoch => epoch.ValidationAccuracy).ToArray();
                var epochs = Enumerable.Range(1, values.Length).Select(epoch => (double)epoch).ToArray();
                var curve = plot.Add.Scatter(epochs, values, i < Named ? Palette.OfClass(i) : Colors.LightGray);
                curve.LegendText = i < Named ? $"Model {point.Number}" : "";
                curve.MarkerSize = 3;
            }

            var all = points.SelectMany(point => point.FirstRun.History).Select(epoch => epoch.ValidationAccuracy).ToList();
            var longest = points.Max(point => point.FirstRun.History.Count);
            plot.Axes.SetLimitsX(0.8, longest + 0.2);
            var step = Math.Max(1, longest / 10);
            PlotStyle.SetTicks(plot.Axes.Bottom, 1, longest, step, 0);
            SetAccuracies(plot, all);
            plot.XLabel("Epoch", PlotStyle.TextSize);
            plot.ShowLegend(Alignment.LowerRight).FontSize = LegendSize;
            return plot;
        });

    /// <summary>The validation accuracy of each point by the value of a setting, and the mean of each value.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="setting">Path of the setting.</param>
    /// <param name="points">The points.</param>
    public static Figure Effect(string sweep, string setting, IReadOnlyList<ModelContent> points)
    {
        var values = Ordered(points.OrderBy(point => point.Number).Select(point => Value(point, setting)).Distinct(StringComparer.Ordinal));
        double[] means = [.. values.Select(value => MeanAndDeviation.Of([.. Accuracies(value)]).Mean)];
        return new Figure(
            $"sweep-{sweep}-{setting.Replace('.', '-')}",
            $"Mean validation accuracy by {setting}: "
                + string.Join(", ", values.Zip(means, (value, mean) => $"{value} {Wording.Percent(mean)}")),
            Figure.NarrowWidth,
            Height,
            () =>
            {
                var plot = PlotStyle.Create(setting);
                foreach (var (i, value) in values.Index())
                {
                    double[] dots = [.. Accuracies(value)];
                    plot.Add.ScatterPoints(Array.ConvertAll(dots, _ => (double)i), dots, Palette.First).MarkerSize = 5;
                }

                plot.Add.ScatterLine([.. Enumerable.Range(0, values.Count).Select(i => (double)i)], means, Palette.Second);
                plot.Axes.SetLimitsX(-0.5, values.Count - 0.5);
                var ticks = values.Index().Where(value => value.Index % ((values.Count + MostTicks - 1) / MostTicks) == 0).ToList();
                plot.Axes.Bottom.TickGenerator = new NumericManual(
                    [.. ticks.Select(value => (double)value.Index)], [.. ticks.Select(value => value.Item)]);
                SetAccuracies(plot, [.. points.Select(point => point.Findings.ValidationAccuracy.Mean)]);
                return plot;
            });

        IEnumerable<double> Accuracies(string value) =>
            points.Where(point => Value(point, setting) == value).Select(point => point.Findings.ValidationAccuracy.Mean);
    }

    // Numbers by their size, other values as the experiment has them.
    private static List<string> Ordered(IEnumerable<string> values)
    {
        var list = values.ToList();
        var numbers = list.Select(value => double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : (double?)null);
        return numbers.Contains(null) ? list : [.. list.Zip(numbers).OrderBy(value => value.Second).Select(value => value.First)];
    }

    private static string Value(ModelContent point, string setting) => point.Variation!.Settings.Single(each => each.Key == setting).Value;

    private static void SetAccuracies(Plot plot, IReadOnlyList<double> accuracies)
    {
        var margin = Math.Max(accuracies.Max() - accuracies.Min(), 0.01) / 10;
        var (low, high) = (accuracies.Min() - margin, accuracies.Max() + margin);
        var step = Ticks.Step(high - low);
        (low, high) = (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step);
        plot.Axes.SetLimitsY(low, high);
        PlotStyle.SetPercentTicks(plot.Axes.Left, low, high, step);
    }
}
