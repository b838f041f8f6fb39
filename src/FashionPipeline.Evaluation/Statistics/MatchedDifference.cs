namespace FashionPipeline.Evaluation.Statistics;

/// <summary>
/// How much larger one model's share of correct images is than another one's on the same images, (b - c) / n, where b and c count the
/// images that one of the two alone classified correctly, and the 95% confidence interval of that: Wald's for matched pairs after half an
/// image is added to each of the four counts, which keeps its coverage where images are few. Source: Agresti, Min, "Simple improved
/// confidence intervals for comparing matched proportions", Statistics in Medicine 24, 2005.
/// </summary>
/// <param name="Difference">First share less second share, -1 to 1.</param>
/// <param name="Low">Lower end of the interval, at least -1.</param>
/// <param name="High">Upper end, at most 1.</param>
public readonly record struct MatchedDifference(double Difference, double Low, double High)
{
    // In each of the four counts.
    private const double Added = 0.5;

    /// <summary>The difference on all images.</summary>
    /// <param name="first">One model's predictions, at least one.</param>
    /// <param name="second">Another one's, for the same images.</param>
    /// <exception cref="ArgumentException">The two are not of the same images.</exception>
    public static MatchedDifference Of(Predictions first, Predictions second) => Of(McNemarTest.Of(first, second))!.Value;

    /// <summary>The difference on the images of one class; null where there is none.</summary>
    /// <param name="first">One model's predictions.</param>
    /// <param name="second">Another one's, for the same images.</param>
    /// <param name="label">The true class of the images that count.</param>
    /// <exception cref="ArgumentException">The two are not of the same images.</exception>
    public static MatchedDifference? Of(Predictions first, Predictions second, int label) =>
        Of(McNemarTest.Of(first, second, label));

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
        var (discordant, all) = (onlyFirst + onlySecond + (2 * Added), images + (4 * Added));
        var centre = excess / all;
        var half = Normal.Z95 * Math.Sqrt(discordant - (excess * centre)) / all;
        return new MatchedDifference(excess / images, Math.Max(-1, centre - half), Math.Min(1, centre + half));
    }

    private static MatchedDifference? Of(McNemarTest test) =>
        test.Images == 0 ? null : Of(test.OnlyFirst, test.OnlySecond, test.Images);
}
