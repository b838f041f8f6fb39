using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace FashionPipeline.Benchmarks.Growth;

/// <summary>Draws the curves: a panel for each thing that grows, both axes logarithmic.</summary>
internal static partial class GrowthPlot
{
    private const int PanelWidth = 640;
    private const int PanelHeight = 460;
    private const int Columns = 2;

    // Ticks from a millisecond to some hours.
    private const int LowestDecade = -3;
    private const int Decades = 8;

    public static string Svg(IReadOnlyList<GrowthCurve> curves)
    {
        var panels = curves.GroupBy(curve => curve.Axis).ToList();
        var (width, height) = (Columns * PanelWidth, (panels.Count + Columns - 1) / Columns * PanelHeight);
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, width, height), stream))
        {
            canvas.DrawColor(SKColors.White);
            for (var i = 0; i < panels.Count; i++)
            {
                using var plot = Draw(panels[i].Key, [.. panels[i]]);
                canvas.Save();
                canvas.Translate(i % Columns * PanelWidth, i / Columns * PanelHeight);
                plot.Render(canvas, new PixelRect(0, PanelWidth, PanelHeight, 0));
                canvas.Restore();
            }
        }

        // A reader's machine may lack the font that this one drew with.
        return FontFamily()
            .Replace(Encoding.UTF8.GetString(stream.ToArray()), "font-family=\"DejaVu Sans, Lato, Helvetica, Arial, sans-serif\"");
    }

    private static Plot Draw(string axis, IReadOnlyList<GrowthCurve> curves)
    {
        var plot = new Plot();
        plot.Font.Set("DejaVu Sans");
        plot.RenderManager.ClearCanvasBeforeEachRender = false;
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
        plot.Axes.Bottom.TickGenerator = Ticks(curves.SelectMany(curve => curve.Points).Select(point => (double)point.Size).Distinct());
        plot.Axes.Left.TickGenerator = Ticks(Enumerable.Range(LowestDecade, Decades)
            .SelectMany(decade => new[] { 1, 2, 5 }, (decade, digit) => digit * Math.Pow(10, decade)));
        plot.ShowLegend(Edge.Bottom);
        return plot;
    }

    private static NumericManual Ticks(IEnumerable<double> values)
    {
        var ticks = new NumericManual();
        foreach (var value in values)
        {
            ticks.AddMajor(Math.Log10(value), value.ToString("#,0.######", CultureInfo.InvariantCulture));
        }

        return ticks;
    }

    [GeneratedRegex("font-family=\"[^\"]*\"")]
    private static partial Regex FontFamily();
}
