using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>Title, headline result, and the warnings of drawn data and of a single seed.</summary>
internal static class Summary
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        builder.Title(content.Title);
        if (content.DataSet.IsSynthetic)
        {
            builder.Note($"Synthetic data: the images of {content.DataSet.Title} were drawn by a program. The numbers show that the "
                + $"pipeline works; they say nothing of real garments.");
        }

        foreach (var run in content.FailedRuns)
        {
            builder.Note($"Model {run.Model} is not in this report: its training with seed {run.Seed} failed, as {run.Reason}.");
        }

        if (content.Description.Length > 0)
        {
            builder.Paragraph(content.Description.Trim());
        }

        builder.Result(
            Wording.Of(content.BestModel)
            + (content.Models.Count == 1
                ? " is the only model. "
                : $" is the best of {content.Models.Count} models by the rule \"{Wording.Of(content.Findings.Selection.Criterion)}\". ")
            + Headline(content));
        if (SeedComparisonSection.Warning(content) is { } warning)
        {
            builder.Note(warning);
        }
    }

    private static string Headline(ReportContent content)
    {
        var best = content.BestModel;
        var run = best.FirstRun;
        var epochs = Wording.Epochs(run.LastEpoch.Epoch);
        var images = Wording.Thousands(content.Data.Test.Count);
        var accuracies = $"training accuracy {Wording.Of(best.Findings.TrainingAccuracy)}, "
            + $"validation accuracy {Wording.Of(best.Findings.ValidationAccuracy)}";
        return best.Findings.TestAccuracy.Deviation is { } deviation
            ? $"After {epochs} it classified {Wording.Percent(best.Findings.TestAccuracy.Mean)} of {images} test images correctly, on "
                + $"average over {best.Runs.Count} seeds, "
                + $"with a standard deviation of {Wording.Spread(deviation)} points ({accuracies}). Figures and tables of "
                + $"predictions are of seed {run.Seed}."
            : $"After {epochs} it classified {Wording.Percent(best.Findings.TestAccuracy.Mean)} of {images} test images correctly, "
                + $"95% interval {Wording.Percent(run.Intervals.Accuracy)} ({accuracies}, seed {run.Seed}).";
    }
}
