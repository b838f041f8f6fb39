using System.Globalization;

namespace FashionPipeline.Reporting.Document;

/// <summary>Title, headline result, and the warning of drawn data.</summary>
internal static class Summary
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        builder.Title(content.Title);
        if (content.DataSet.IsSynthetic)
        {
            builder.Note($"Synthetic data: the images of {content.DataSet.Title} were drawn by a program. The numbers show that the pipeline works; they say nothing of real garments.");
        }

        if (content.Description.Length > 0)
        {
            builder.Paragraph(content.Description.Trim());
        }

        builder.Result(
            Words.Of(content.BestModel)
            + (content.Models.Count == 1 ? " is the only model. " : $" is the best of {Words.Count(content.Models.Count)} models by the rule \"{Words.Of(content.Findings.Selection.Criterion)}\". ")
            + Headline(content));
    }

    private static string Headline(ReportContent content)
    {
        var best = content.BestModel;
        var run = best.FirstRun;
        var epochs = Words.Epochs(run.LastEpoch.Epoch);
        var images = Words.Thousands(content.Data.Test.Count);
        var accuracies = $"training accuracy {Words.Of(best.Findings.TrainingAccuracy)}, validation accuracy {Words.Of(best.Findings.ValidationAccuracy)}";
        var seed = run.Seed.ToString(CultureInfo.InvariantCulture);
        return best.Findings.TestAccuracy.Deviation is { } deviation
            ? $"After {epochs} it classified {Words.Percent(best.Findings.TestAccuracy.Mean)} of {images} test images correctly, on average over {Words.Count(best.Runs.Count)} seeds, "
                + $"with a standard deviation of {Words.Decimal(deviation * 100, 2)} points ({accuracies}). Figures and tables of predictions are of seed {seed}."
            : $"After {epochs} it classified {Words.Percent(best.Findings.TestAccuracy.Mean)} of {images} test images correctly, "
                + $"95% interval {Words.Percent(run.Intervals.Accuracy)} ({accuracies}, seed {seed}).";
    }
}
