namespace FashionPipeline.Evaluation.Metrics;

/// <summary>How precise a model's answers for one class are, the more of the class it is made to find.</summary>
public sealed record PrecisionRecall
{
    /// <summary>Steps of recall at which the precision is kept.</summary>
    public const int Steps = 100;

    /// <summary>
    /// The precision, 0 to 1, at the highest threshold that finds at least the shares 0.01, 0.02, … 1 of the class; empty for a class
    /// without images.
    /// </summary>
    public required IReadOnlyList<double> Precisions { get; init; }

    /// <summary>
    /// Mean of the precisions at all thresholds, weighted by the recall that each adds, 0 to 1. Source: scikit-learn's
    /// <c>average_precision_score</c>.
    /// </summary>
    public required double AveragePrecision { get; init; }

    /// <summary>The curve of a class against all others; images of equal probability share a threshold.</summary>
    public static PrecisionRecall Of(Predictions predictions, int label)
    {
        int[] order = [.. Enumerable.Range(0, predictions.Count)];
        Array.Sort([.. order.Select(image => -predictions.Probability(image, label))], order);
        var all = predictions.Labels.Count(truth => truth == label);
        var precisions = new List<double>();
        var (found, average) = (0, 0d);
        for (var (i, before) = (0, 0); i < order.Length; i++)
        {
            found += predictions.Labels[order[i]] == label ? 1 : 0;
            var isTied = i + 1 < order.Length
                && predictions.Probability(order[i + 1], label) == predictions.Probability(order[i], label);
            if (isTied || all == 0)
            {
                continue;
            }

            var precision = (double)found / (i + 1);
            average += precision * (found - before) / all;
            before = found;
            while (precisions.Count < Steps && (long)found * Steps >= (long)(precisions.Count + 1) * all)
            {
                precisions.Add(precision);
            }
        }

        return new PrecisionRecall { Precisions = precisions, AveragePrecision = average };
    }
}
