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
        builder.Paragraph($"How far the models vary from one seed to the next is shown in {figures}.");
        builder.Table(
            figures,
            $"Last epoch of each model, mean ± standard deviation over {content.Models[0].Runs.Count} seeds.",
            [
                new("Model", false, 2), new("Training accuracy", true, 2), new("Validation accuracy", true, 2),
                new("Validation loss", true, 2),
                .. content.HasValidationSet ? [new TableColumn("Test accuracy", true, 2)] : Array.Empty<TableColumn>(),
            ],
            content.Models.Select(model => (string[])
            [
                Wording.Of(model), Wording.Of(model.Findings.TrainingAccuracy),
                Wording.Of(model.Findings.ValidationAccuracy), Wording.Of(model.Findings.ValidationLoss),
                .. content.HasValidationSet ? [Wording.Of(model.Findings.TestAccuracy)] : Array.Empty<string>(),
            ]));
    }
}
