using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Evaluation.Summary;

/// <summary>The chosen model against one that it is measured by, on the same test images, with the first seed of each.</summary>
/// <param name="Baseline">The model that it is measured by.</param>
/// <param name="All">The difference of the accuracies, the chosen model's first.</param>
/// <param name="Classes">
/// The difference of the shares of each class that were classified correctly; the index is the label. Null for a class without images.
/// </param>
public sealed record BaselineComparison(ModelFindings Baseline, MatchedDifference All, IReadOnlyList<MatchedDifference?> Classes)
{
    /// <summary>Compares two models.</summary>
    public static BaselineComparison Of(ModelFindings best, ModelFindings baseline)
    {
        var (first, second) = (best.FirstRun.Predictions, baseline.FirstRun.Predictions);
        var labels = Enumerable.Range(0, best.FirstRun.Classification.Classes.Count);
        return new BaselineComparison(
            baseline, MatchedDifference.Of(first, second), [.. labels.Select(label => MatchedDifference.Of(first, second, label))]);
    }
}
