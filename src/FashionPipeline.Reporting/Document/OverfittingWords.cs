using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>Whether a model is overfitted, in sentences, beside what its source says of it.</summary>
internal static class OverfittingWords
{
    /// <summary>The verdict on a model's first run.</summary>
    public static string Of(ModelContent model, ReportContent content)
    {
        var found = Find(model, content);
        var (low, high) = (Wording.Points(found.Gap - found.Margin), Wording.Points(found.Gap + found.Margin));
        var gap = $"After the last epoch the training accuracy is {Wording.Spread(Math.Abs(found.Gap))} points "
            + $"{(found.Gap < 0 ? "below" : "above")} the validation accuracy (95% interval of the difference {low} to {high})";
        var verdict = found switch
        {
            { IsOverfitted: true } => $"{gap}, more than chance explains, and the validation loss rose from "
                + $"{Wording.Loss(found.Lowest.ValidationLoss)} after epoch {found.Lowest.Epoch} to "
                + $"{Wording.Loss(found.Last.ValidationLoss)}: the model is overfitted.",
            { HasGap: true } => $"{gap}, more than chance explains, but the validation loss was never lower: the model knows its training "
                + "images better than others, and is not overfitted yet.",
            _ => $"{gap}, no more than chance explains: there is no sign of overfitting.",
        };
        return verdict + (Published(model, content) switch
        {
            null => "",
            true => " The source suspects overfitting: " + (found.IsOverfitted ? "so it is here." : "not so here."),
            false => " The source sees no overfitting: " + (found.IsOverfitted ? "not so here." : "nor is there any here."),
        });
    }

    /// <summary>What is known of the overfitting of a model's first run.</summary>
    public static Overfitting Find(ModelContent model, ReportContent content) => Overfitting.Of(
        model.FirstRun.History, content.Data.Train.Count, (content.Data.Validation ?? content.Data.Test).Count);

    private static bool? Published(ModelContent model, ReportContent content) =>
        content.Published?.Models.FirstOrDefault(published => published.Model == model.Name)?.IsOverfitted;
}
