using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace FashionPipeline.Reporting.Figures;

/// <summary>
/// What a training reached after each epoch, on the training and on the validation images; with several seeds a pale line for each
/// further one.
/// </summary>
internal static class HistoryCurves
{
    private const int Width = Figure.NarrowWidth;
    private const int Height = 190;
    private const int OverlayWidth = 460;
    private const int LeftAxis = 46;
    private const string Accuracy = "accuracy";
    private const float LegendSize = 8;
    private const int SpokenEpochs = 10;

    /// <summary>Training and validation accuracy.</summary>
    public static Figure Accuracies(ModelContent model, ReportContent content) => Create(
        model,
        content,
        Accuracy,
        "Accuracy",
        "Accuracies",
        Alignment.LowerRight,
        epoch => epoch.Accuracy,
        epoch => epoch.ValidationAccuracy,
        share => Wording.Percent(share));

    /// <summary>Training and validation loss.</summary>
    public static Figure Losses(ModelContent model, ReportContent content) => Create(
        model,
        content,
        "loss",
        "Loss",
        "Losses",
        Alignment.UpperRight,
        epoch => epoch.Loss,
        epoch => epoch.ValidationLoss,
        Wording.Loss);

    /// <summary>The validation accuracies of several models, on one scale.</summary>
    public static Figure Overlay(IReadOnlyList<ModelContent> models) => new(
        "validation-accuracies",
        "Validation accuracy after each epoch: " + string.Join("; ", models.Select(model =>
            $"{Wording.Of(model)} "
                + SpokenCurve([.. model.FirstRun.History.Select(epoch => epoch.ValidationAccuracy)], share => Wording.Percent(share)))),
        OverlayWidth,
        Height,
        () =>
        {
            var plot = PlotStyle.Create("Validation Accuracies");
            foreach (var (i, model) in models.Index())
            {
                AddCurve(plot, Palette.OfSeries(i), model.FirstRun.History.Select(epoch => epoch.ValidationAccuracy), Wording.Of(model));
            }

            SetAxes(
                plot,
                isShare: true,
                models.Max(model => model.FirstRun.History.Count),
                [.. models.SelectMany(model => model.FirstRun.History).Select(epoch => epoch.ValidationAccuracy)]);
            plot.XLabel("Epoch", PlotStyle.TextSize);
            plot.YLabel("Validation accuracy", PlotStyle.TextSize);
            plot.ShowLegend(Alignment.LowerRight).FontSize = LegendSize;
            return plot;
        });

    private static Figure Create(
        ModelContent model,
        ReportContent content,
        string name,
        string quantity,
        string plural,
        Alignment legend,
        Func<EpochFigures, double> training,
        Func<EpochFigures, double> validation,
        Func<double, string> write)
    {
        var history = model.FirstRun.History;
        string Change(Func<EpochFigures, double> of) => SpokenCurve([.. history.Select(of)], write);
        var alternativeText = $"{quantity} of model {model.Number} after each of {Wording.Epochs(history.Count)}: "
            + $"training {Change(training)}, validation {Change(validation)}";
        return new Figure($"{name}-{model.Name}", alternativeText, Width, Height, Compose);

        Plot Compose()
        {
            var plot = PlotStyle.Create($"Model {model.Number} {plural}");
            foreach (var run in model.Runs.Skip(1))
            {
                AddCurve(plot, Palette.First.MixedWith(Colors.White, 0.5), run.History.Select(training));
                AddCurve(plot, Palette.Second.MixedWith(Colors.White, 0.5), run.History.Select(validation));
            }

            AddCurve(plot, Palette.First, history.Select(training), $"Training {quantity}");
            AddCurve(plot, Palette.Second, history.Select(validation), $"Validation {quantity}");
            var epochs = content.ShownModels.SelectMany(shown => shown.Runs).SelectMany(run => run.History).ToList();
            SetAxes(
                plot,
                isShare: name == Accuracy,
                content.ShownModels.Max(shown => shown.FirstRun.History.Count),
                [.. epochs.Select(training), .. epochs.Select(validation)]);
            plot.XLabel("Epoch", PlotStyle.TextSize);
            plot.YLabel(quantity, PlotStyle.TextSize);
            plot.ShowLegend(legend).FontSize = LegendSize;
            return plot;
        }
    }

    // As far as a listener can follow: every value of a short curve, the ends of a long one.
    private static string SpokenCurve(IReadOnlyList<double> values, Func<double, string> write) => values.Count <= SpokenEpochs
        ? string.Join(", ", values.Select(write))
        : $"from {write(values[0])} to {write(values[^1])}";

    // A curve with a name has marks; one without is in the background.
    private static void AddCurve(Plot plot, Color colour, IEnumerable<double> values, string? name = null)
    {
        var ys = values.ToArray();
        var curve = plot.Add.Scatter(Enumerable.Range(1, ys.Length).Select(epoch => (double)epoch).ToArray(), ys, colour);
        curve.LegendText = name ?? "";
        curve.LineWidth = name is null ? 1 : 1.5f;
        curve.MarkerSize = name is null ? 0 : 5;
    }

    private static void SetAxes(Plot plot, bool isShare, int epochs, double[] values)
    {
        var margin = Math.Max(values.Max() - values.Min(), 0.02) / 10;
        var step = Ticks.Step(values.Max() - values.Min() + (2 * margin));
        var low = Math.Max(0, Math.Floor((values.Min() - margin) / step) * step);
        var high = Math.Ceiling((values.Max() + margin) / step) * step;
        var shown = Enumerable.Range(1, epochs).Where(epoch => epochs <= 12 || epoch % ((epochs / 10) + 1) == 1).ToList();
        plot.Axes.Bottom.TickGenerator = new NumericManual(
            [.. shown.Select(epoch => (double)epoch)], [.. shown.Select(epoch => $"{epoch}")]);
        high = isShare ? Math.Min(1, high) : high;
        plot.Axes.SetLimits(0.8, epochs + 0.2, low, high);
        if (isShare)
        {
            PlotStyle.SetPercentTicks(plot.Axes.Left, low, high, step);
        }
        else
        {
            PlotStyle.SetTicks(plot.Axes.Left, low, high, step, step < 0.01 ? 3 : 2);
        }

        plot.Axes.Left.MinimumSize = LeftAxis;
    }
}
