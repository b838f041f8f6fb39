using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Document;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>What a training reached after each epoch, on the training and on the test images; with several seeds a pale line for each further one.</summary>
internal static class HistoryCurves
{
    private const int Width = Figure.NarrowWidth;
    private const int Height = 190;
    private const int TicksAtMost = 6;
    private const int LeftAxis = 46;
    private const float LegendSize = 8;

    /// <summary>Training and validation accuracy.</summary>
    public static Figure Accuracies(ModelContent model) => Create(
        model, "accuracy", "Accuracy", $"Model {Words.Count(model.Number)} Accuracies", Alignment.LowerRight, epoch => epoch.Accuracy, epoch => epoch.ValidationAccuracy);

    /// <summary>Training and validation loss.</summary>
    public static Figure Losses(ModelContent model) => Create(
        model, "loss", "Loss", $"Model {Words.Count(model.Number)} Losses", Alignment.UpperRight, epoch => epoch.Loss, epoch => epoch.ValidationLoss);

    private static Figure Create(
        ModelContent model, string name, string quantity, string title, Alignment legend, Func<EpochFigures, double> training, Func<EpochFigures, double> validation)
    {
        var history = model.FirstRun.History;
        var alternativeText = $"{quantity} of model {Words.Count(model.Number)} after each of {Words.Epochs(history.Count)}: training from {Words.Share(training(history[0]))} to "
            + $"{Words.Share(training(history[^1]))}, validation from {Words.Share(validation(history[0]))} to {Words.Share(validation(history[^1]))}";
        return new Figure($"{name}-{model.Name}", alternativeText, Width, Height, () => [new Panel(Compose(), 0, 0, Width, Height)]);

        Plot Compose()
        {
            var plot = PlotStyle.Create(title);
            foreach (var run in model.Runs.Skip(1))
            {
                AddFurther(plot, Palette.First, run.History.Select(training));
                AddFurther(plot, Palette.Second, run.History.Select(validation));
            }

            AddFirst(plot, $"Training {quantity}", Palette.First, history.Select(training));
            AddFirst(plot, $"Validation {quantity}", Palette.Second, history.Select(validation));
            SetAxes(plot, history.Count, [.. model.Runs.SelectMany(run => run.History).SelectMany(epoch => new[] { training(epoch), validation(epoch) })]);
            plot.XLabel("Epoch", PlotStyle.TextSize);
            plot.YLabel(quantity, PlotStyle.TextSize);
            plot.ShowLegend(legend).FontSize = LegendSize;
            return plot;
        }
    }

    private static void AddFirst(Plot plot, string name, Color colour, IEnumerable<double> values)
    {
        var curve = Add(plot, colour, values);
        curve.LegendText = name;
        curve.LineWidth = 1.5f;
        curve.MarkerSize = 5;
    }

    private static void AddFurther(Plot plot, Color colour, IEnumerable<double> values)
    {
        var curve = Add(plot, colour.MixedWith(Colors.White, 0.5), values);
        curve.LineWidth = 1;
        curve.MarkerSize = 0;
    }

    private static ScottPlot.Plottables.Scatter Add(Plot plot, Color colour, IEnumerable<double> values)
    {
        var ys = values.ToArray();
        return plot.Add.Scatter(Enumerable.Range(1, ys.Length).Select(epoch => (double)epoch).ToArray(), ys, colour);
    }

    private static void SetAxes(Plot plot, int epochs, double[] values)
    {
        var margin = Math.Max(values.Max() - values.Min(), 0.02) / 10;
        var step = Step(values.Max() - values.Min() + (2 * margin));
        var low = Math.Max(0, Math.Floor((values.Min() - margin) / step) * step);
        var high = Math.Ceiling((values.Max() + margin) / step) * step;
        plot.Axes.SetLimits(0.8, epochs + 0.2, low, high);
        var shown = Enumerable.Range(1, epochs).Where(epoch => epochs <= 12 || epoch % ((epochs / 10) + 1) == 1).ToArray();
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. shown.Select(epoch => (double)epoch)], [.. shown.Select(epoch => Words.Count(epoch))]);
        var first = Math.Round(low / step);
        var ticks = Enumerable.Range(0, (int)Math.Round((high - low) / step) + 1).Select(i => (first + i) * step).ToArray();
        plot.Axes.Left.TickGenerator = new NumericManual(ticks, [.. ticks.Select(tick => Words.Decimal(tick, step < 0.01 ? 3 : 2))]);
        plot.Axes.Left.MinimumSize = LeftAxis;
    }

    // 1, 2 or 5 times a power of ten, so that a few ticks cover the range.
    private static double Step(double range)
    {
        var (step, factor) = (0.001, 0);
        while (range / step > TicksAtMost && double.IsFinite(range))
        {
            step *= factor % 3 == 1 ? 2.5 : 2;
            factor++;
        }

        return step;
    }
}
