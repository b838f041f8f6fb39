using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>A model: its layers, its training, its accuracies.</summary>
internal static class ModelSection
{
    /// <summary>Adds the section.</summary>
    /// <param name="builder">Takes it.</param>
    /// <param name="model">The model.</param>
    /// <param name="hasValidationSet">Whether the accuracy on the test images is another one than on the validation images.</param>
    public static void AddTo(DocumentBuilder builder, ModelContent model, bool hasValidationSet)
    {
        var (layers, training, seeds) = (Reference.ToTable(), Reference.ToTable(), Reference.ToTable());
        var (accuracies, losses) = (Reference.ToFigure(), Reference.ToFigure());
        builder.Section(model.Title);
        builder.Paragraph(
            $"Input: {model.InputScaling}. Training: {Wording.Epochs(model.FirstRun.History.Count)}, {Seeds(model.Runs)}. "
            + $"{layers} lists the layers, "
            + $"{training} what was reached after each epoch; {accuracies} and {losses} show it as curves.");
        LayerTable.AddTo(builder, layers, model);
        builder.Table(
            training,
            $"Training of model {model.Number}, seed {model.FirstRun.Seed}.",
            [
                new("Epoch", true), new("Training loss", true, 1.5f), new("Training accuracy", true, 1.5f),
                new("Validation loss", true, 1.5f), new("Validation accuracy", true, 1.5f),
            ],
            model.FirstRun.History.Select(epoch => new[]
            {
                $"{epoch.Epoch}", Wording.Share(epoch.Loss), Wording.Share(epoch.Accuracy),
                Wording.Share(epoch.ValidationLoss), Wording.Share(epoch.ValidationAccuracy),
            }));
        Prose overSeeds = $" These are mean ± standard deviation over the {model.Runs.Count} seeds of {seeds}.";
        builder.Paragraph($"After the last epoch: training accuracy {Wording.Of(model.Findings.TrainingAccuracy)}, validation accuracy "
            + $"{Wording.Of(model.Findings.ValidationAccuracy)}"
            + $"{(hasValidationSet ? $", test accuracy {Wording.Of(model.Findings.TestAccuracy)}" : "")}."
            + $"{(model.Runs.Count > 1 ? overSeeds : "")}");
        if (model.Runs.Count > 1)
        {
            builder.Table(
                seeds,
                $"Last epoch of model {model.Number} with each seed.",
                [
                    new("Seed", true), new("Training accuracy", true), new("Validation accuracy", true), new("Validation loss", true),
                    .. hasValidationSet ? [new TableColumn("Test accuracy", true)] : Array.Empty<TableColumn>(),
                ],
                from run in model.Runs
                let last = run.LastEpoch
                select (string[])
                [
                    $"{run.Seed}", Wording.Share(last.Accuracy), Wording.Share(last.ValidationAccuracy), Wording.Share(last.ValidationLoss),
                    .. hasValidationSet ? [Wording.Share(run.Classification.Accuracy)] : Array.Empty<string>(),
                ]);
        }

        builder.Figure(accuracies, $"Accuracies of model {model.Number}, {Curves(model)}.", HistoryCurves.Accuracies(model));
        builder.Figure(losses, $"Losses of model {model.Number}, {Curves(model)}.", HistoryCurves.Losses(model));
    }

    private static string Curves(ModelContent model) => $"seed {model.FirstRun.Seed}"
        + (model.Runs.Count > 1 ? $"; the pale lines are of {Seeds(model.Runs.Skip(1))}" : "");

    private static string Seeds(IEnumerable<RunFindings> runs) =>
        (runs.Count() == 1 ? "seed " : "seeds ") + string.Join(", ", runs.Select(run => run.Seed));
}
