using System.Text;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace FashionPipeline.Benchmarks.Growth;

/// <summary>Draws the curves: a panel for each thing that grows, both axes logarithmic.</summary>
internal static class GrowthPlot
{
    private const int PanelWidth = 640;
    private const int PanelHeight = 420;
    private const int Columns = 2;

    public static string Svg(IReadOnlyList<GrowthCurve> curves)
    {
        var panels = curves.GroupBy(curve => curve.Axis).ToList();
        var multiplot = new Multiplot();
        multiplot.AddPlots(panels.Count);
        multiplot.Layout = new ScottPlot.MultiplotLayouts.Grid((panels.Count + Columns - 1) / Columns, Columns);
        for (var i = 0; i < panels.Count; i++)
        {
            Draw(multiplot.GetPlot(i), panels[i].Key, [.. panels[i]]);
        }

        var size = (Width: Columns * PanelWidth, Height: (panels.Count + Columns - 1) / Columns * PanelHeight);
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, size.Width, size.Height), stream))
        {
            multiplot.Render(canvas, new PixelRect(0, size.Width, size.Height, 0));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Draw(Plot plot, string axis, IReadOnlyList<GrowthCurve> curves)
    {
        foreach (var curve in curves)
        {
            var line = plot.Add.Scatter(
                curve.Points.Select(point => Math.Log10(point.Size)).ToArray(),
                curve.Points.Select(point => Math.Log10(point.Seconds)).ToArray());
            line.LegendText = FormattableString.Invariant($"{curve.Name}: slope {curve.Slope:0.00}");
            line.MarkerSize = 7;
            line.LineWidth = 2;
        }

        plot.Title($"Seconds over {axis}");
        plot.XLabel(axis);
        plot.YLabel("seconds");
        plot.Axes.Bottom.TickGenerator = LogTicks();
        plot.Axes.Left.TickGenerator = LogTicks();
        plot.Axes.Margins(0.1, 0.35);
        plot.ShowLegend(Alignment.UpperLeft);
    }

    private static NumericAutomatic LogTicks() => new()
    {
        MinorTickGenerator = new LogMinorTickGenerator(),
        IntegerTicksOnly = true,
        LabelFormatter = exponent => Math.Pow(10, exponent).ToString("#,0.####", System.Globalization.CultureInfo.InvariantCulture),
    };
}
