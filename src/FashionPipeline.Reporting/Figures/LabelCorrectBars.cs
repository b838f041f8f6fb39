using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Writing;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>The share of each class that was classified correctly, as bars.</summary>
internal static class LabelCorrectBars
{
    private const int Width = 460;
    private const int Height = 280;

    // Where the source's axis begins; a lower share moves it.
    private const double UsualBase = 0.5;

    /// <summary>The value at which the bars begin: 0.5 as in the source, or the tenth below the lowest share.</summary>
    public static double Base(ClassificationReport report) =>
        Math.Min(UsualBase, Math.Floor(report.Classes.Min(scores => scores.Recall) * 10) / 10);

    /// <summary>Draws the shares of the classes in the order of their labels.</summary>
    public static Figure Create(ClassificationReport report, IReadOnlyList<string> labelNames)
    {
        var alternativeText = "Share of each class classified correctly: "
            + string.Join(", ", report.Classes.Select((scores, label) => $"{labelNames[label]} {Wording.Percent(scores.Recall)}"));
        return new Figure("label-percent-correct", alternativeText, Width, Height, () => Compose(report, labelNames));
    }

    private static Plot Compose(ClassificationReport report, IReadOnlyList<string> labelNames)
    {
        var plot = PlotStyle.Create("Label Percent Correct");
        var low = Base(report);
        var bars = report.Classes.Select((scores, label) => new Bar
        {
            Position = label,
            Value = scores.Recall,
            ValueBase = low,
            FillColor = Palette.First,
            LineWidth = 0,
            Size = 0.8,
        });
        plot.Add.Bars(bars.ToArray());
        plot.Axes.SetLimits(-0.6, report.Classes.Count - 0.4, low, 1);
        PlotStyle.NameClassesBelow(plot, labelNames, titleHeight: 0);
        PlotStyle.SetTicks(plot.Axes.Left, low, 1, 0.1, 1);
        plot.Grid.XAxisStyle.IsVisible = false;
        return plot;
    }
}
