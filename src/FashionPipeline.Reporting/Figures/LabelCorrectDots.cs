using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Writing;
using ScottPlot;

namespace FashionPipeline.Reporting.Figures;

/// <summary>The share of each class that was classified correctly, as a dot on its 95% interval.</summary>
internal static class LabelCorrectDots
{
    private const int Width = 460;
    private const int Height = 280;

    // Where the source's axis begins; a lower end of an interval moves it.
    private const double UsualBase = 0.5;

    /// <summary>The value at which the axis begins: 0.5 as in the source, or the tenth below the lowest interval.</summary>
    public static double Base(RunFindings run) =>
        Math.Min(UsualBase, Math.Floor(run.Intervals.Classes.Min(scores => scores.Recall.Low) * 10) / 10);

    /// <summary>Draws the shares of the classes in the order of their labels.</summary>
    public static Figure Create(RunFindings run, IReadOnlyList<string> labelNames)
    {
        var alternativeText = "Share of each class classified correctly: " + string.Join(", ",
            run.Classification.Classes.Select((scores, label) => $"{labelNames[label]} {Wording.Percent(scores.Recall, 1)}"));
        return new Figure("label-percent-correct", alternativeText, Width, Height, () => Compose(run, labelNames));
    }

    private static Plot Compose(RunFindings run, IReadOnlyList<string> labelNames)
    {
        var plot = PlotStyle.Create("Label Percent Correct");
        var (low, classes) = (Base(run), run.Classification.Classes);
        foreach (var (label, interval) in run.Intervals.Classes.Index())
        {
            plot.AddInterval(label, interval.Recall, Palette.First);
        }

        var dots = plot.Add.ScatterPoints(
            classes.Select((_, label) => (double)label).ToArray(), classes.Select(scores => scores.Recall).ToArray(), Palette.First);
        dots.MarkerSize = 6;
        dots.LegendText = "Correct";
        plot.HideLegend();
        plot.Axes.SetLimits(-0.6, classes.Count - 0.4, low, 1.005);
        PlotStyle.NameClassesBelow(plot, labelNames, titleHeight: 0);
        PlotStyle.SetPercentTicks(plot.Axes.Left, low, 1, 0.1);
        plot.YLabel("Classified correctly", PlotStyle.TextSize);
        plot.Grid.XAxisStyle.IsVisible = false;
        return plot;
    }
}
