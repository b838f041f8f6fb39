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
            $"Last epoch of each model, mean ± standard deviation over {Words.Count(content.Models[0].Runs.Count)} seeds.",
            [new("Model", false, 2), new("Training accuracy", true, 2), new("Validation accuracy", true, 2), new("Validation loss", true, 2)],
            content.Models.Select(model => new[] { Words.Of(model), Words.Of(model.Findings.TrainingAccuracy), Words.Of(model.Findings.ValidationAccuracy), Words.Of(model.Findings.ValidationLoss) }));
    }
}
