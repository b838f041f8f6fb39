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
    /// <param name="content">The report's content.</param>
    public static void AddTo(DocumentBuilder builder, ModelContent model, ReportContent content)
    {
        var hasValidationSet = content.HasValidationSet;
        var (layers, training, seeds) = (Reference.ToTable(), Reference.ToTable(), Reference.ToTable());
        var (network, accuracies, losses) = (Reference.ToFigure(), Reference.ToFigure(), Reference.ToFigure());
        builder.Section(model.Title);
        builder.Paragraph(
            $"The network takes {model.InputScaling}. {network} draws it, {layers} lists its layers with all their settings.");
        builder.Figure(network, $"The network of model {model.Number}, input first.", NetworkDiagram.Create(model, content.DataSet.Shape));
        LayerTable.AddTo(builder, layers, model);
        builder.Paragraph(model.Training);
        builder.Paragraph(
            $"{training} gives the results after {Results(model)} with {Seeds(model.Runs)}; "
            + $"{accuracies} and {losses} show it as curves, on the same scales for all models.");
        builder.Table(
            training,
            $"Training of model {model.Number}, seed {model.FirstRun.Seed}.",
            [
                new("Epoch", true), new("Training loss", true, 1.5f), new("Training accuracy", true, 1.5f),
                new("Validation loss", true, 1.5f), new("Validation accuracy", true, 1.5f),
            ],
            model.FirstRun.History.Select(epoch => new[]
            {
                $"{epoch.Epoch}", Wording.Loss(epoch.Loss), Wording.Percent(epoch.Accuracy),
                Wording.Loss(epoch.ValidationLoss), Wording.Percent(epoch.ValidationAccuracy),
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
                    $"{run.Seed}", Wording.Percent(last.Accuracy), Wording.Percent(last.ValidationAccuracy),
                    Wording.Loss(last.ValidationLoss),
                    .. hasValidationSet ? [Wording.Percent(run.Classification.Accuracy)] : Array.Empty<string>(),
                ]);
        }

        builder.Figure(accuracies, $"Accuracies of model {model.Number}, {Curves(model)}.", HistoryCurves.Accuracies(model, content));
        builder.Figure(losses, $"Losses of model {model.Number}, {Curves(model)}.", HistoryCurves.Losses(model, content));
        builder.Paragraph(OverfittingWords.Of(model, content));
    }

    private static string Results(ModelContent model) =>
        model.FirstRun.History.Count == 1 ? "the only epoch" : $"each of the {model.FirstRun.History.Count} epochs";

    private static string Curves(ModelContent model) => $"seed {model.FirstRun.Seed}"
        + (model.Runs.Count > 1 ? $"; the pale lines are of {Seeds(model.Runs.Skip(1))}" : "");

    private static string Seeds(IEnumerable<RunFindings> runs) =>
        (runs.Count() == 1 ? "seed " : "seeds ") + SeedList.Of(runs.Select(run => run.Seed));
}
