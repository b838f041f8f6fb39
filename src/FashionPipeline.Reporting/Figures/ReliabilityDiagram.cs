using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Writing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>How often a model is right against how sure it is, beside how many images it is that sure of.</summary>
internal static class ReliabilityDiagram
{
    /// <summary>Images that a bin must have to be drawn: of fewer nothing can be said.</summary>
    public const int FewestImages = 10;

    private const int Width = 460;
    private const int Side = 246;
    private const int LeftAxis = 50;
    private const int BottomAxis = 40;

    // Below 0, so that a bin of one image is seen, too.
    private const double Bottom = -0.3;

    /// <summary>Draws the bins of a calibration.</summary>
    public static Figure Create(Calibration calibration) => new(
        "reliability-diagram",
        "Images by confidence, and the accuracy where there are enough: "
            + string.Join(", ", calibration.Bins.Where(bin => bin.Count > 0).Select(Describe)),
        Width,
        Side,
        () =>
        [
            new Panel(ComposeAccuracies(calibration), 0, 0, Side, Side),
            new Panel(ComposeCounts(calibration), Side, 0, Width - Side, Side),
        ]);

    private static bool IsShown(CalibrationBin bin) => bin.Count >= FewestImages;

    private static string Describe(CalibrationBin bin) =>
        $"{Wording.Percent(bin.Low, 0)} to {Wording.Percent(bin.High, 0)}: "
            + (IsShown(bin) ? $"{Wording.Percent(bin.Accuracy, 1)} of " : "") + Wording.Images(bin.Count);

    private static Plot ComposeAccuracies(Calibration calibration)
    {
        var plot = PlotStyle.Create("Reliability Diagram");
        var diagonal = plot.Add.Line(0, 0, 1, 1);
        diagonal.LineColor = Colors.Gray;
        diagonal.LineWidth = 1;
        var shown = calibration.Bins.Where(IsShown).ToArray();
        foreach (var bin in shown)
        {
            plot.AddInterval(bin.Confidence, WilsonInterval.Of(bin.Correct, bin.Count), Palette.First);
        }

        var means = plot.Add.ScatterPoints(
            shown.Select(bin => bin.Confidence).ToArray(), shown.Select(bin => bin.Accuracy).ToArray(), Palette.First);
        means.MarkerSize = 6;
        means.LegendText = "Accuracy of a bin";
        plot.HideLegend();
        plot.Axes.SetLimits(-0.02, 1.02, -0.02, 1.02);
        SetAxes(plot, "Accuracy");
        PlotStyle.SetPercentTicks(plot.Axes.Left, 0, 1, 0.2);
        return plot;
    }

    // On a logarithmic axis: a model is sure of most images.
    private static Plot ComposeCounts(Calibration calibration)
    {
        var plot = PlotStyle.Create("Images of Each Bin");
        var filled = calibration.Bins.Where(bin => bin.Count > 0).ToArray();
        var bars = plot.Add.Bars(filled.Select(bin => new Bar
        {
            Label = Wording.Thousands(bin.Count),
            Position = (bin.Low + bin.High) / 2,
            Size = bin.High - bin.Low,
            Value = Math.Log10(bin.Count),
            ValueBase = Bottom,
            FillColor = Palette.First,
            LineColor = Colors.White,
            LineWidth = 1,
        }).ToArray());
        bars.ValueLabelStyle.IsVisible = false;
        var top = Math.Max(1, Math.Ceiling(Math.Log10(filled.Select(bin => bin.Count).DefaultIfEmpty(1).Max())));
        plot.Axes.SetLimits(-0.02, 1.02, Bottom, top);
        SetAxes(plot, "Images");
        double[] powers = [.. Enumerable.Range(0, (int)top + 1).Select(power => (double)power)];
        plot.Axes.Left.TickGenerator = new NumericManual(powers, [.. powers.Select(power => Wording.Thousands((long)Math.Pow(10, power)))]);
        return plot;
    }

    private static void SetAxes(Plot plot, string left)
    {
        plot.Axes.Left.MinimumSize = LeftAxis;
        plot.Axes.Left.MaximumSize = LeftAxis;
        plot.Axes.Bottom.MinimumSize = BottomAxis;
        PlotStyle.SetPercentTicks(plot.Axes.Bottom, 0, 1, 0.2);
        plot.XLabel("Confidence", PlotStyle.TextSize);
        plot.YLabel(left, PlotStyle.TextSize);
    }
}
