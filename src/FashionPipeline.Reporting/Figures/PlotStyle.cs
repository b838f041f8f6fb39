using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Fonts;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>What all plots have in common.</summary>
internal static class PlotStyle
{
    private const float UsualText = 12;
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
        if (title.Length > 0)
        {
            plot.Title(title, 14);
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

    /// <summary>Names the classes along an axis, upwards or from left to right, at the given places.</summary>
    public static void NameClasses(IAxis axis, IReadOnlyList<string> labelNames, Func<int, double> place)
    {
        var labels = Enumerable.Range(0, labelNames.Count).ToArray();
        axis.TickGenerator = new NumericManual([.. labels.Select(place)], [.. labels.Select(label => $"{Words.Short(labelNames[label])} [{Words.Count(label)}]")]);
        axis.TickLabelStyle.FontSize = Math.Clamp(LabelsAxis / labelNames.Count, SmallestText, UsualText);
    }

    /// <summary>Writes a text around a point.</summary>
    public static void Write(this Plot plot, string text, double x, double y, float size, Color colour, Alignment alignment = Alignment.MiddleCenter, bool bold = false)
    {
        var label = plot.Add.Text(text, x, y);
        label.LabelFontName = ReportFonts.Sans;
        label.LabelFontSize = size;
        label.LabelFontColor = colour;
        label.LabelBold = bold;
        label.LabelAlignment = alignment;
    }
}
