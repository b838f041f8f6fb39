using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>Which model is the best, and by which rule.</summary>
internal static class SelectionSection
{
    private const string Finalists = "The choice is among the models that were trained with the most seeds. ";

    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        builder.Section("Best model");
        if (content.Models.Count == 1)
        {
            builder.Paragraph($"{Wording.Of(content.BestModel)} is the only model.");
        }
        else
        {
            AddWinners(builder, content);
        }

        SeedsTable.AddTo(builder, content);
        AccuracyTable.AddTo(builder, content);
        builder.List([.. Notes(content)]);
    }

    private static void AddWinners(DocumentBuilder builder, ReportContent content)
    {
        var selection = content.Findings.Selection;
        var (winners, curves) = (Reference.ToTable(), Reference.ToFigure());
        var shown = content.ShownModels.ToList();
        Prose andCurves = $" {curves} shows the validation accuracies on one scale.";
        builder.Paragraph($"Rule: {Wording.Of(selection.Criterion)}, at the last "
            + $"epoch{(content.Models.Any(model => model.Runs.Count > 1) ? ", mean over the seeds" : string.Empty)}. "
            + $"{(content.Models.Select(model => model.Runs.Count).Distinct().Count() > 1 ? Finalists : string.Empty)}"
            + $"Best model: "
            + $"{Wording.Of(content.BestModel)}. {winners} compares the models under every rule; a star marks the best."
            + $"{(shown.Count > 1 ? andCurves : "")}");
        builder.Table(
            winners,
            "Every model under every rule; a star marks the model that the rule chooses.",
            [
                new("Model", false, 2.6f),
                .. selection.Winners.Select(winner => new TableColumn(
                    Head(winner.Criterion) + (winner.Criterion == selection.Criterion ? " (the rule)" : ""), true, 1.6f)),
            ],
            content.Models.Select(model => (string[])
            [
                Wording.Of(model),
                .. selection.Winners.Select(winner =>
                    Value(winner.Criterion, ModelSelection.Value(winner.Criterion, model.Findings.LastFigures))
                    + (winner.Model == model.Name ? " *" : "")),
            ]));
        if (shown.Count > 1)
        {
            builder.Figure(curves, "Validation accuracy of each model after each epoch.", HistoryCurves.Overlay(shown));
        }
    }

    private static string Head(SelectionCriterion criterion) => criterion switch
    {
        SelectionCriterion.TrainingPlusValidationAccuracy => "Training + validation, points",
        SelectionCriterion.ValidationAccuracy => "Validation accuracy",
        SelectionCriterion.TrainingAccuracy => "Training accuracy",
        SelectionCriterion.ValidationLoss => "Validation loss",
        SelectionCriterion.GeneralisationGap => "Training − validation, points",
        _ => throw new ArgumentOutOfRangeException(nameof(criterion), criterion, "Unknown criterion."),
    };

    private static string Value(SelectionCriterion criterion, double value) => criterion switch
    {
        SelectionCriterion.ValidationLoss => Wording.Loss(value),
        SelectionCriterion.TrainingPlusValidationAccuracy or SelectionCriterion.GeneralisationGap => Wording.Spread(value),
        _ => Wording.Percent(value),
    };

    private static IEnumerable<string> Notes(ReportContent content)
    {
        yield return "\"Training accuracy\" is the running mean over the batches of the last epoch, taken while the weights change and "
            + "dropout is active; it is not the accuracy of the finished model on the training images.";
        yield return Validation(content);
        if (content.Models.Select(model => model.InputScaling).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return "The models differ in what they are given, so their accuracies compare more than their layers: "
                + string.Join("; ", Wording.Inputs(content).Select(input => $"{input.Models} is trained on {input.Scaling}")) + ".";
        }
    }

    private static string Validation(ReportContent content)
    {
        if (content.Data.Validation is { } validation)
        {
            return $"\"Validation\" is {Wording.Thousands(validation.Count)} images that were set aside from the training images, the same "
                + "share of every class: no model was trained on them. "
                + (content.Models.Count == 1
                    ? "The accuracy on the test set is an estimate from unseen data."
                    : "The selection has not seen the test set: the chosen model's accuracy on it is an estimate from unseen data.");
        }

        if (content.Models.Count == 1)
        {
            return "\"Validation\" is the test set.";
        }

        return content.SelectionSawTestImages
            ? "\"Validation\" is the test set: the selection sees the images that the results are measured on, so the chosen model's "
                + "accuracy is not an estimate from unseen data."
            : "\"Validation\" is the test set; the selection does not look at it.";
    }
}
