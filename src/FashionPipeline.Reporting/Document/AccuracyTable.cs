using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>How many test images each run classified correctly, and how sure that share is.</summary>
internal static class AccuracyTable
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        var accuracies = Reference.ToTable();
        builder.Paragraph(
            $"{accuracies} lists the accuracies on the test images. Its intervals are Wilson's {builder.Cite(Source.Wilson)}: they allow "
                + $"for chance in the choice of these images, not for what another seed would change.");
        builder.Table(
            accuracies,
            $"Accuracy of each {(content.Models.Any(model => model.Runs.Count > 1) ? "run" : "model")} on the test images, with its 95% "
                + $"interval{(content.HasValidationSet ? ", beside its accuracy on the validation images" : string.Empty)}.",
            [
                new("Model", false, 2), new("Seed", true, 1.2f), new("Correct", true), new("Images", true),
                new(content.HasValidationSet ? "Test accuracy" : "Accuracy", true),
                new("95% interval", true, 1.8f),
                .. content.HasValidationSet ? [new TableColumn("Validation accuracy", true, 1.2f)] : Array.Empty<TableColumn>(),
            ],
            content.Models.SelectMany(model => model.Runs.Select(run => Row(model, run, content.HasValidationSet))),
            name: "accuracies");
    }

    private static string[] Row(ModelContent model, RunFindings run, bool hasValidationSet) =>
    [
        Wording.Of(model),
        $"{run.Seed}",
        Wording.Thousands(run.Confusion.Correct),
        Wording.Thousands(run.Confusion.Total),
        Wording.Percent(run.Classification.Accuracy),
        Wording.Percent(run.Intervals.Accuracy),
        .. hasValidationSet ? [Wording.Percent(run.LastEpoch.ValidationAccuracy)] : Array.Empty<string>(),
    ];
}
