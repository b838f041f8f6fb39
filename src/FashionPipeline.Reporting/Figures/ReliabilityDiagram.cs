using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Writing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>How often a model is right against how sure it is, above how many images it is that sure of.</summary>
internal static class ReliabilityDiagram
{
    private const int Width = 460;
    private const int Height = 310;
    private const int SharesHeight = 110;
    private const int LeftAxis = 62;

    /// <summary>Draws the bins of a calibration.</summary>
    public static Figure Create(Calibration calibration) => new(
        "reliability-diagram",
        "Accuracy by confidence: " + string.Join(", ", calibration.Bins.Where(bin => bin.Count > 0).Select(Describe)),
        Width,
        Height,
        () =>
        [
            new Panel(ComposeAccuracies(calibration), 0, 0, Width, Height - SharesHeight),
            new Panel(ComposeShares(calibration), 0, Height - SharesHeight, Width, SharesHeight),
        ]);

    private static string Describe(CalibrationBin bin) =>
        $"{Wording.Decimal(bin.Low, 2)} to {Wording.Decimal(bin.High, 2)}: {Wording.Percent(bin.Accuracy)} of "
            + $"{Wording.Thousands(bin.Count)}";

    private static Plot ComposeAccuracies(Calibration calibration)
    {
        var plot = PlotStyle.Create("Reliability Diagram");
        AddBars(plot, calibration, bin => bin.Accuracy);
        var diagonal = plot.Add.Line(0, 0, 1, 1);
        diagonal.LineColor = Colors.Black;
        diagonal.LineWidth = 1;
        var filled = calibration.Bins.Where(bin => bin.Count > 0).ToArray();
        var means = plot.Add.ScatterPoints(
            filled.Select(bin => bin.Confidence).ToArray(), filled.Select(bin => bin.Accuracy).ToArray(), Palette.Second);
        means.MarkerSize = 6;
        means.LegendText = "Mean confidence of a bin";
        SetAxes(plot);
        plot.Axes.SetLimits(0, 1, -0.02, 1.02);
        PlotStyle.SetTicks(plot.Axes.Left, 0, 1, 0.2, 1);
        plot.YLabel("Accuracy", PlotStyle.TextSize);
        plot.HideLegend();
        return plot;
    }

    private static Plot ComposeShares(Calibration calibration)
    {
        var images = Math.Max(1, calibration.Bins.Sum(bin => bin.Count));
        var plot = PlotStyle.Create();
        AddBars(plot, calibration, bin => (double)bin.Count / images);
        SetAxes(plot);
        var largest = calibration.Bins.Max(bin => (double)bin.Count / images);
        var top = largest <= 0.25 ? 0.25 : largest <= 0.5 ? 0.5 : 1;
        plot.Axes.SetLimits(0, 1, 0, top);
        plot.Axes.Left.TickGenerator = new NumericManual([0, top], ["0%", Wording.Decimal(top * 100, 0) + "%"]);
        plot.XLabel("Confidence: probability of the predicted class", PlotStyle.TextSize);
        plot.YLabel("Images", PlotStyle.TextSize);
        return plot;
    }

    private static void AddBars(Plot plot, Calibration calibration, Func<CalibrationBin, double> height) =>
        plot.Add.Bars(calibration.Bins.Where(bin => bin.Count > 0).Select(bin => new Bar
        {
            Position = (bin.Low + bin.High) / 2,
            Size = bin.High - bin.Low,
            Value = height(bin),
            FillColor = Palette.First,
            LineColor = Colors.White,
            LineWidth = 1,
        }).ToArray());

    private static void SetAxes(Plot plot)
    {
        plot.Axes.Left.MinimumSize = LeftAxis;
        plot.Axes.Left.MaximumSize = LeftAxis;
        PlotStyle.SetTicks(plot.Axes.Bottom, 0, 1, 0.2, 1);
    }
}
