using System.Globalization;
using System.Xml.Linq;
using FashionPipeline.Reporting.Document;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>
/// What a drawing alone does not tell: its values, as invisible shapes over bars, cells and points, each with a title
/// that a viewer shows under the pointer. They are read from the plot, and so agree with what is drawn.
/// </summary>
internal static class ValueLayer
{
    private const float PointRadius = 6;

    // A cloud of points would make a file of titles.
    private const int MostPointsOfACurve = 200;

    /// <summary>The shapes of a panel whose plot has just been rendered, in the figure's units.</summary>
    public static IEnumerable<XElement> Of(Panel panel)
    {
        var plot = panel.Plot;
        var texts = plot.GetPlottables<Text>().GroupBy(text => text.Location).ToDictionary(group => group.Key, group => group.First().LabelText);
        foreach (var plottable in plot.GetPlottables())
        {
            var shapes = plottable switch
            {
                BarPlot bars => bars.Bars.Select(bar => Bar(panel, bar)),
                Rectangle cell when texts.TryGetValue(cell.CoordinateRect.Center, out var text) => Cell(panel, cell.CoordinateRect, text),
                Rectangle column => Column(panel, column.CoordinateRect),
                Scatter { LegendText.Length: > 0 } curve => Points(panel, curve),
                _ => [],
            };
            foreach (var shape in shapes)
            {
                yield return shape;
            }
        }
    }

    private static XElement Bar(Panel panel, Bar bar)
    {
        var half = bar.Size / 2;
        var area = new CoordinateRect(bar.Position - half, bar.Position + half, Math.Min(bar.ValueBase, bar.Value), Math.Max(bar.ValueBase, bar.Value));
        var left = panel.Plot.Axes.Left.Label.Text;
        var scale = left.Length == 0 ? string.Empty : left + ", ";
        return Area(panel, area, $"{scale}{NameAt(panel.Plot.Axes.Bottom, bar.Position)}: {Words.Share(bar.Value)}");
    }

    // A rectangle is a cell of a matrix where both axes name its place.
    private static IEnumerable<XElement> Cell(Panel panel, CoordinateRect area, string text)
    {
        var (bottom, left) = (panel.Plot.Axes.Bottom, panel.Plot.Axes.Left);
        if (bottom.TickGenerator is NumericManual && left.TickGenerator is NumericManual)
        {
            var value = text.Replace("\n", ", ", StringComparison.Ordinal);
            yield return Area(panel, area, $"{left.Label.Text} {NameAt(left, area.Center.Y)}, {bottom.Label.Text} {NameAt(bottom, area.Center.X)}: {value}");
        }
    }

    // One that stands on the zero of a named axis is a bar of a histogram.
    private static IEnumerable<XElement> Column(Panel panel, CoordinateRect area)
    {
        var left = panel.Plot.Axes.Left;
        if (left.Label.Text.Length > 0 && area.Bottom == 0 && panel.Plot.Axes.GetLimits().Bottom == 0)
        {
            yield return Area(panel, area, $"{left.Label.Text}, {Number(area.Left)} to {Number(area.Right)}: {Words.Share(area.Top)}");
        }
    }

    private static IEnumerable<XElement> Points(Panel panel, Scatter curve)
    {
        var points = curve.Data.GetScatterPoints();
        var axis = panel.Plot.Axes.Bottom.Label.Text;
        var place = axis.Length == 0 ? string.Empty : axis + " ";
        return points.Count > MostPointsOfACurve ? [] : points.Select(point =>
        {
            var pixel = panel.Plot.GetPixel(point);
            return Titled(
                "circle",
                $"{curve.LegendText}, {place}{Number(point.X)}: {Words.Share(point.Y)}",
                ("cx", panel.Left + pixel.X),
                ("cy", panel.Top + pixel.Y),
                ("r", PointRadius));
        });
    }

    private static XElement Area(Panel panel, CoordinateRect area, string title)
    {
        var upperLeft = panel.Plot.GetPixel(new Coordinates(area.Left, area.Top));
        var lowerRight = panel.Plot.GetPixel(new Coordinates(area.Right, area.Bottom));
        return Titled(
            "rect",
            title,
            ("x", panel.Left + upperLeft.X),
            ("y", panel.Top + upperLeft.Y),
            ("width", lowerRight.X - upperLeft.X),
            ("height", lowerRight.Y - upperLeft.Y));
    }

    private static XElement Titled(string shape, string title, params (string Name, float Value)[] places) => new(
        SvgFile.Namespace + shape,
        places.Select(place => new XAttribute(place.Name, Number(Math.Round(place.Value, 2)))),
        new XElement(SvgFile.Namespace + "title", title));

    private static string NameAt(IAxis axis, double position)
    {
        if (axis.TickGenerator is NumericManual names)
        {
            foreach (var tick in names.Ticks)
            {
                if (Math.Abs(tick.Position - position) < 1e-6)
                {
                    return tick.Label;
                }
            }
        }

        return Number(position);
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
