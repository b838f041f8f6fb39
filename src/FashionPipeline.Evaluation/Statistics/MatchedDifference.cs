namespace FashionPipeline.Evaluation.Statistics;

/// <summary>
/// How much larger one model's share of correct images is than another one's on the same images, and the 95% confidence interval of that:
/// Wald's for matched pairs, (b - c) / n ± z·sqrt(b + c - (b - c)² / n) / n, where b and c count the images that one of the two alone
/// classified correctly. Source: Agresti, "Categorical data analysis", 3rd edition, section 11.1.
/// </summary>
/// <param name="Difference">First share less second share, -1 to 1.</param>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end.</param>
public readonly record struct MatchedDifference(double Difference, double Low, double High)
{
    /// <summary>The difference on the images of one class, or on all.</summary>
    /// <param name="first">One model's predictions.</param>
    /// <param name="second">Another one's, for the same images.</param>
    /// <param name="label">The true class of the images that count; null for all.</param>
    /// <exception cref="ArgumentException">The two are not of the same images, or there is none of the class.</exception>
    public static MatchedDifference Of(Predictions first, Predictions second, int? label = null)
    {
        if (!first.Labels.AsSpan().SequenceEqual(second.Labels))
        {
            throw new ArgumentException("The two predictions are not of the same images.", nameof(second));
        }

        var (firstPredicted, secondPredicted) = (first.PredictedLabels, second.PredictedLabels);
        var (images, onlyFirst, onlySecond) = (0, 0, 0);
        for (var i = 0; i < first.Count; i++)
        {
            if (label is { } only && first.Labels[i] != only)
            {
                continue;
            }

            images++;
            var (isFirstRight, isSecondRight) = (firstPredicted[i] == first.Labels[i], secondPredicted[i] == first.Labels[i]);
            onlyFirst += isFirstRight && !isSecondRight ? 1 : 0;
            onlySecond += isSecondRight && !isFirstRight ? 1 : 0;
        }

        return Of(onlyFirst, onlySecond, images);
    }

    /// <summary>The difference of two shares.</summary>
    /// <param name="onlyFirst">Images that the first model alone classified correctly.</param>
    /// <param name="onlySecond">Images that the second model alone classified correctly.</param>
    /// <param name="images">All images, at least one.</param>
    public static MatchedDifference Of(int onlyFirst, int onlySecond, int images)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        ArgumentOutOfRangeException.ThrowIfLessThan(images, Math.Max(1, onlyFirst + onlySecond));
        double excess = onlyFirst - onlySecond;
        var difference = excess / images;
        var half = Normal.Z95 * Math.Sqrt(onlyFirst + onlySecond - (excess * difference)) / images;
        return new MatchedDifference(difference, difference - half, difference + half);
    }
}
