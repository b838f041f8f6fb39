namespace FashionPipeline.Evaluation.Metrics;

/// <summary>How often images of one class were taken for another.</summary>
/// <param name="Truth">The true class.</param>
/// <param name="Predicted">The class that they were taken for.</param>
/// <param name="Count">Number of images; at least 1.</param>
public readonly record struct ConfusedPair(int Truth, int Predicted, int Count);

/// <summary>The mistakes of a confusion matrix, the most frequent first.</summary>
public static class ConfusedPairs
{
    /// <summary>All pairs that occur, by count (highest first), then true class, then predicted class.</summary>
    public static IReadOnlyList<ConfusedPair> Of(ConfusionMatrix matrix) =>
    [
        .. from truth in Enumerable.Range(0, matrix.Classes)
           from predicted in Enumerable.Range(0, matrix.Classes)
           where truth != predicted && matrix[truth, predicted] > 0
           orderby matrix[truth, predicted] descending, truth, predicted
           select new ConfusedPair(truth, predicted, matrix[truth, predicted]),
    ];
}
