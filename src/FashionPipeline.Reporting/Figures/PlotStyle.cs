using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Fonts;
using FashionPipeline.Reporting.Writing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>What all plots have in common.</summary>
internal static class PlotStyle
{
    /// <summary>Size of names and numbers along the axes, in points: a little less than that of the page's text.</summary>
    public const float TextSize = 9;

    /// <summary>Size of a figure's title.</summary>
    public const float TitleSize = 12;

    private const float SmallestText = 5;

    // Height of all labels of an axis together, so that they do not overlap.
    private const float LabelsAxis = 270;

    /// <summary>An empty plot in the report's fonts, on white.</summary>
    public static Plot Create(string title = "")
    {
        ReportFontResolver.Install();
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.Font.Set(ReportFonts.Sans);
        plot.Axes.Bottom.TickLabelStyle.FontSize = TextSize;
        plot.Axes.Left.TickLabelStyle.FontSize = TextSize;
        if (title.Length > 0)
        {
            plot.Title(title, TitleSize);
        }

        return plot;
    }

    /// <summary>A plot without axes, <paramref name="width"/> by <paramref name="height"/> units large, y upwards.</summary>
    public static Plot CreateCanvas(double width, double height)
    {
        var plot = Create();
        plot.Layout.Frameless();
        plot.HideGrid();
        plot.Axes.SetLimits(0, width, 0, height);
        return plot;
    }

    /// <summary>
    /// Names the classes along an axis at the given places, and makes room for the names and for an axis title so many points high.
    /// </summary>
    public static void NameClasses(IAxis axis, IReadOnlyList<string> labelNames, Func<int, double> place, float titleHeight)
    {
        var labels = Enumerable.Range(0, labelNames.Count).ToArray();
        string[] names = [.. labels.Select(label => $"{Wording.Short(labelNames[label])} [{label}]")];
        var size = Math.Clamp(LabelsAxis / labelNames.Count, SmallestText, TextSize);
        axis.TickGenerator = new NumericManual([.. labels.Select(place)], names);
        axis.TickLabelStyle.FontSize = size;

        // ScottPlot makes no room for rotated names of itself; a character is about half as wide as it is high.
        axis.MinimumSize = (names.Max(name => name.Length) * size / 2) + titleHeight;
    }

    /// <summary>Names the classes below a plot, from bottom to top.</summary>
    public static void NameClassesBelow(Plot plot, IReadOnlyList<string> labelNames, float titleHeight)
    {
        NameClasses(plot.Axes.Bottom, labelNames, label => label, titleHeight);
        plot.Axes.Bottom.TickLabelStyle.Rotation = -90;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
    }

    /// <summary>
    /// Marks the multiples of a step from <paramref name="low"/> to <paramref name="high"/>. ScottPlot's own marks are written in
    /// the machine's culture.
    /// </summary>
    public static void SetTicks(IAxis axis, double low, double high, double step, int decimals) =>
        SetTicks(axis, low, high, step, value => Wording.Decimal(value, decimals));

    /// <summary>Marks the multiples of a step as percentages: <c>85%</c>.</summary>
    public static void SetPercentTicks(IAxis axis, double low, double high, double step) =>
        SetTicks(axis, low, high, step, value => Wording.Percent(value, step < 0.01 ? 1 : 0));

    /// <summary>Whether an axis is marked with percentages, as which its values are then written.</summary>
    public static bool IsInPercent(IAxis axis) =>
        axis.TickGenerator is NumericManual marks && marks.Ticks.Any(tick => tick.Label.EndsWith('%'));

    /// <summary>Draws an interval of shares as a vertical line.</summary>
    public static void AddInterval(this Plot plot, double x, WilsonInterval interval, Color colour)
    {
        var line = plot.Add.Line(x, interval.Low, x, interval.High);
        line.LineColor = colour;
        line.LineWidth = 1.5f;
    }

    /// <summary>Writes a text around a point.</summary>
    public static void Write(
        this Plot plot,
        string text,
        double x,
        double y,
        float size,
        Color colour,
        Alignment alignment = Alignment.MiddleCenter,
        bool bold = false)
    {
        var label = plot.Add.Text(text, x, y);
        label.LabelFontName = ReportFonts.Sans;
        label.LabelFontSize = size;
        label.LabelFontColor = colour;
        label.LabelBold = bold;
        label.LabelAlignment = alignment;
    }

    private static void SetTicks(IAxis axis, double low, double high, double step, Func<double, string> write)
    {
        // An end that is a multiple, but for rounding, has its mark.
        var (first, last) = (Math.Ceiling((low / step) - 1e-6), Math.Floor((high / step) + 1e-6));
        double[] values = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)];
        axis.TickGenerator = new NumericManual(values, [.. values.Select(write)]);
    }
}
