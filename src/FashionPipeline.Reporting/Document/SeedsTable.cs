using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>How far the models' last figures lie apart from one seed to the next, where there are several.</summary>
internal static class SeedsTable
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        if (content.Models.All(model => model.Runs.Count == 1))
        {
            return;
        }

        var figures = Reference.ToTable();
        var counts = content.Models.Select(model => model.Runs.Count).Distinct().ToList();
        var seeds = counts is [var all] ? FormattableString.Invariant($"{all} seeds") : "its seeds";
        builder.Paragraph($"How far the models vary from one seed to the next is shown in {figures}.");
        builder.Table(
            figures,
            $"Last epoch of each model, mean ± standard deviation over {seeds}.",
            [
                new("Model", false, 2),
                .. counts.Count > 1 ? [new TableColumn("Seeds", true)] : Array.Empty<TableColumn>(),
                new("Training accuracy", true, 2), new("Validation accuracy", true, 2),
                new("Validation loss", true, 2),
                .. content.HasValidationSet ? [new TableColumn("Test accuracy", true, 2)] : Array.Empty<TableColumn>(),
            ],
            content.Models.Select(model => (string[])
            [
                Wording.Of(model),
                .. counts.Count > 1 ? [FormattableString.Invariant($"{model.Runs.Count}")] : Array.Empty<string>(),
                Wording.Of(model.Findings.TrainingAccuracy),
                Wording.Of(model.Findings.ValidationAccuracy), Wording.Loss(model.Findings.ValidationLoss),
                .. content.HasValidationSet ? [Wording.Of(model.Findings.TestAccuracy)] : Array.Empty<string>(),
            ]),
            name: "seeds");
    }
}
