using FashionPipeline.Evaluation.Statistics;

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

        var best = content.BestModel;
        var last = best.FirstRun.LastEpoch;
        builder.Paragraph(
            $"Result: {Words.Of(best)} is the best of {Words.Count(content.Models.Count)} model{(content.Models.Count == 1 ? string.Empty : "s")} by the rule \"{Words.Of(content.Selection.Criterion)}\". "
            + $"After {Words.Count(last.Epoch)} epochs it classified {Words.Percent(best.FirstRun.Classification.Accuracy)} of {Words.Thousands(content.Data.Test.Count)} test images correctly, 95 % interval {Words.Percent(ClassificationIntervals.Of(best.FirstRun.Confusion).Accuracy)} "
            + $"(training accuracy {Words.Share(last.Accuracy)}, validation accuracy {Words.Share(last.ValidationAccuracy)}, seed {best.FirstRun.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)}).");
    }
}
