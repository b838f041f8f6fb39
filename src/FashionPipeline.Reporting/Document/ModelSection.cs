using System.Globalization;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Figures;

namespace FashionPipeline.Reporting.Document;

/// <summary>A model: its layers, its training, its accuracies.</summary>
internal static class ModelSection
{
    public static void AddTo(DocumentBuilder builder, ModelContent model)
    {
        var (layers, training, seeds) = (Reference.ToTable(), Reference.ToTable(), Reference.ToTable());
        var (accuracies, losses) = (Reference.ToFigure(), Reference.ToFigure());
        builder.Section(model.Title);
        builder.Paragraph(
            $"Input: {model.InputScaling}. Training: {Words.Epochs(model.FirstRun.History.Count)}, {Seeds(model)}. {layers} lists the layers, "
            + $"{training} what was reached after each epoch; {accuracies} and {losses} show it as curves.");
        builder.Table(
            layers,
            $"Layers of model {Words.Count(model.Number)}: {Words.Thousands(model.Parameters)} trained parameters.",
            [new("Layer", false, 2), new("Kind", false, 2), new("Output shape", false, 2), new("Parameters", true, 1.3f)],
            [
                .. model.Layers.Select(layer => new[] { layer.Name, layer.Kind, layer.OutputShape, Words.Thousands(layer.Parameters) }),
                new[] { "Total", string.Empty, string.Empty, Words.Thousands(model.Parameters) },
            ],
            totals: 1);
        builder.Table(
            training,
            $"Training of model {Words.Count(model.Number)}, seed {Seed(model.FirstRun)}.",
            [new("Epoch", true), new("Training loss", true, 1.5f), new("Training accuracy", true, 1.5f), new("Validation loss", true, 1.5f), new("Validation accuracy", true, 1.5f)],
            model.FirstRun.History.Select(epoch => new[]
            {
                Words.Count(epoch.Epoch), Words.Share(epoch.Loss), Words.Share(epoch.Accuracy), Words.Share(epoch.ValidationLoss), Words.Share(epoch.ValidationAccuracy),
            }));
        Prose overSeeds = $" These are mean ± standard deviation over the {Words.Count(model.Runs.Count)} seeds of {seeds}.";
        builder.Paragraph($"After the last epoch: training accuracy {Words.Of(model.Findings.TrainingAccuracy)}, validation accuracy {Words.Of(model.Findings.ValidationAccuracy)}."
            + $"{(model.Runs.Count > 1 ? overSeeds : "")}");
        if (model.Runs.Count > 1)
        {
            builder.Table(
                seeds,
                $"Last epoch of model {Words.Count(model.Number)} with each seed.",
                [new("Seed", true), new("Training accuracy", true), new("Validation accuracy", true), new("Validation loss", true)],
                model.Runs.Select(run => new[] { Seed(run), Words.Share(run.LastEpoch.Accuracy), Words.Share(run.LastEpoch.ValidationAccuracy), Words.Share(run.LastEpoch.ValidationLoss) }));
        }

        builder.Figure(accuracies, $"Accuracies of model {Words.Count(model.Number)}, {Curves(model)}.", HistoryCurves.Accuracies(model));
        builder.Figure(losses, $"Losses of model {Words.Count(model.Number)}, {Curves(model)}.", HistoryCurves.Losses(model));
    }

    private static string Curves(ModelContent model) => $"seed {Seed(model.FirstRun)}"
        + (model.Runs.Count > 1 ? $"; the pale lines are of seed{(model.Runs.Count == 2 ? string.Empty : "s")} {string.Join(", ", model.Runs.Skip(1).Select(Seed))}" : string.Empty);

    private static string Seeds(ModelContent model) =>
        (model.Runs.Count == 1 ? "seed " : "seeds ") + string.Join(", ", model.Runs.Select(Seed));

    private static string Seed(RunFindings run) => run.Seed.ToString(CultureInfo.InvariantCulture);
}
