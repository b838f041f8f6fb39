using System.Globalization;
using System.Xml.Linq;
using FashionPipeline.Reporting.Writing;
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

    // A curve of more points would make a file of titles.
    private const int MostPointsOfACurve = 60;

    /// <summary>The shapes of a panel whose plot has just been rendered, in the figure's units.</summary>
    public static IEnumerable<XElement> Of(Panel panel)
    {
        var texts = panel.Plot.GetPlottables<Text>().ToLookup(text => text.Location, text => text.LabelText);
        return panel.Plot.GetPlottables().SelectMany(plottable => plottable switch
        {
            BarPlot bars => bars.Bars.Select(bar => Bar(panel, bar)),
            Rectangle cell => texts[cell.CoordinateRect.Center].Take(1).Select(text => Cell(panel, cell.CoordinateRect, text)),
            Scatter { LegendText.Length: > 0 } curve => Points(panel, curve),
            CanvasPlottable drawing => drawing.Values.Select(value => Area(panel, value.Area, value.Title)),
            _ => [],
        });
    }

    private static XElement Bar(Panel panel, Bar bar)
    {
        var half = bar.Size / 2;
        var (low, high) = (Math.Min(bar.ValueBase, bar.Value), Math.Max(bar.ValueBase, bar.Value));
        var area = new CoordinateRect(bar.Position - half, bar.Position + half, low, high);
        var left = panel.Plot.Axes.Left.Label.Text;
        var scale = left.Length == 0 ? "" : left + ", ";
        var value = bar.Label.Length > 0 ? bar.Label : Value(panel, bar.Value);
        return Area(panel, area, $"{scale}{NameAt(panel.Plot.Axes.Bottom, bar.Position)}: {value}");
    }

    // A rectangle with a text in its middle is a cell of a matrix.
    private static XElement Cell(Panel panel, CoordinateRect area, string text)
    {
        var (bottom, left) = (panel.Plot.Axes.Bottom, panel.Plot.Axes.Left);
        var (row, column) = (NameAt(left, area.Center.Y), NameAt(bottom, area.Center.X));
        var value = text.Replace("\n", ", ", StringComparison.Ordinal);
        return Area(panel, area, $"{left.Label.Text} {row}, {bottom.Label.Text} {column}: {value}");
    }

    private static IEnumerable<XElement> Points(Panel panel, Scatter curve)
    {
        var points = curve.Data.GetScatterPoints();
        var axis = panel.Plot.Axes.Bottom.Label.Text;
        var place = axis.Length == 0 ? "" : axis + " ";
        return points.Count > MostPointsOfACurve ? [] : points.Select(point =>
        {
            var pixel = panel.Plot.GetPixel(point);
            return Titled(
                "circle",
                $"{curve.LegendText}, {place}{ColumnAt(panel.Plot.Axes.Bottom, point.X)}: {Value(panel, point.Y)}",
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

    // As the axis has its marks.
    private static string Value(Panel panel, double value) =>
        PlotStyle.IsInPercent(panel.Plot.Axes.Left) ? Wording.Percent(value) : Wording.Loss(value);

    private static string NameAt(IAxis axis, double position) => axis.TickGenerator is NumericManual names
        && Array.Find(names.Ticks, tick => Math.Abs(tick.Position - position) < 1e-6) is { Label: { } name } ? name : Number(position);

    // Columns have names; a number along the axis is written in full, and not as its mark.
    private static string ColumnAt(IAxis axis, double position) => PlotStyle.IsInPercent(axis) ? Wording.Percent(position)
        : NameAt(axis, position) is var name && double.TryParse(name, CultureInfo.InvariantCulture, out _) ? Number(position) : name;

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
