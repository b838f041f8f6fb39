using FashionPipeline.Reporting.Document;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>Training and validation accuracy of a model over its epochs.</summary>
internal static class AccuracyCurves
{
    private const int Width = 460;
    private const int Height = 280;

    /// <summary>Draws the history of the model's first run.</summary>
    public static Figure Create(ModelContent model)
    {
        var history = model.FirstRun.History;
        var alternativeText = $"Accuracy of model {model.Number} after each of {history.Count} epochs: training from {Words.Share(history[0].Accuracy)} to "
            + $"{Words.Share(history[^1].Accuracy)}, validation from {Words.Share(history[0].ValidationAccuracy)} to {Words.Share(history[^1].ValidationAccuracy)}";
        return new Figure($"accuracy-{model.Name}", alternativeText, Width, Height, () => [new Panel(Compose(model), 0, 0, Width, Height)]);
    }

    private static Plot Compose(ModelContent model)
    {
        var history = model.FirstRun.History;
        var plot = PlotStyle.Create($"Model {model.Number} Accuracies");
        AddCurve(plot, "Training Accuracy", Palette.First, history.Select(epoch => epoch.Accuracy));
        AddCurve(plot, "Validation Accuracy", Palette.Second, history.Select(epoch => epoch.ValidationAccuracy));
        var values = history.SelectMany(epoch => new[] { epoch.Accuracy, epoch.ValidationAccuracy }).ToList();
        var step = values.Max() - values.Min() > 0.2 ? 0.1 : 0.02;
        var low = Math.Floor((values.Min() - 0.005) / step) * step;
        var high = Math.Ceiling((values.Max() + 0.005) / step) * step;
        plot.Axes.SetLimits(0.8, history.Count + 0.2, low, high);
        var epochs = Enumerable.Range(1, history.Count).Where(epoch => history.Count <= 12 || epoch % ((history.Count / 10) + 1) == 1).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. epochs.Select(epoch => (double)epoch)], [.. epochs.Select(epoch => Words.Count(epoch))]);
        var ticks = Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(i => low + (i * step)).ToArray();
        plot.Axes.Left.TickGenerator = new NumericManual(ticks, [.. ticks.Select(tick => Words.Decimal(tick, 2))]);
        plot.Axes.Left.MinimumSize = 62;
        plot.XLabel("Epoch", 12);
        plot.YLabel("Accuracy", 12);
        plot.ShowLegend(Alignment.LowerRight);
        return plot;
    }

    private static void AddCurve(Plot plot, string name, Color colour, IEnumerable<double> values)
    {
        var ys = values.ToArray();
        var curve = plot.Add.Scatter(Enumerable.Range(1, ys.Length).Select(epoch => (double)epoch).ToArray(), ys, colour);
        curve.LegendText = name;
        curve.LineWidth = 1.5f;
        curve.MarkerSize = 7;
    }
}
