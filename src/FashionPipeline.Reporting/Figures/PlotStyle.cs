using FashionPipeline.Reporting.Fonts;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>What all plots have in common.</summary>
internal static class PlotStyle
{
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
