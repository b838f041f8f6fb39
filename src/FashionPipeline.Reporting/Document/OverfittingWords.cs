using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>Whether a model is overfitted, in sentences, beside what its source says of it.</summary>
internal static class OverfittingWords
{
    // What it is compared with is measured on the finished network.
    private const string Running = " The training accuracy is a running mean over the epoch, taken as the weights change: it is a little "
        + "too low, and hides a small gap.";

    /// <summary>The verdict on a model's first run.</summary>
    public static string Of(ModelContent model, ReportContent content)
    {
        var found = model.FirstRun.Overfitting;
        var (low, high) = (Wording.Points(found.Gap - found.Margin), Wording.Points(found.Gap + found.Margin));
        var gap = $"After the last epoch the training accuracy is {Wording.Spread(Math.Abs(found.Gap))} points "
            + $"{(found.Gap < 0 ? "below" : "above")} the validation accuracy (95% interval of the difference {low} to {high})";
        var verdict = found switch
        {
            { IsOverfitted: true } => $"{gap}, more than chance explains, and the validation loss rose from "
                + $"{Wording.Loss(found.Lowest.ValidationLoss)} after epoch {found.Lowest.Epoch} to "
                + $"{Wording.Loss(found.Last.ValidationLoss)}: the model is overfitted.",
            { HasGap: true } when model.EndsAtBest => $"{gap}, more than chance explains; training went back to the epoch with the lowest "
                + "validation loss, behind which it would have overfitted.",
            { HasGap: true } => $"{gap}, more than chance explains, but the validation loss was never lower: the model knows its training "
                + "images better than others, and is not overfitted yet.",
            { HasInverseGap: true } => $"{gap}: dropout, augmented images and weights that still change lower it in training. These "
                + "figures show no overfitting.",
            _ => $"{gap}, no more than chance explains: these figures show no overfitting.",
        };
        return verdict + Running + (Published(model, content) switch
        {
            null => "",
            true => " The source reports some overfitting.",
            false => " The source reports no overfitting.",
        });
    }

    private static bool? Published(ModelContent model, ReportContent content) =>
        content.Published?.Models.FirstOrDefault(published => published.Model == model.Name)?.IsOverfitted;
}
