namespace FashionPipeline.Evaluation.Statistics;

/// <summary>
/// Whether two models that were judged on the same images differ by more than chance. Only the images that one of the two alone
/// classified correctly tell: were the models equally good, each of these would fall to either with probability 1/2. Source: McNemar,
/// "Note on the sampling error of the difference between correlated proportions", Psychometrika 12, 1947; continuity correction by
/// Edwards, 1948.
/// </summary>
public sealed record McNemarTest
{
    // The usual limit below which the chi-squared distribution is no good approximation.
    private const int ExactBelow = 25;

    /// <summary>Images that both models classified correctly.</summary>
    public required int BothCorrect { get; init; }

    /// <summary>Images that the first model alone classified correctly.</summary>
    public required int OnlyFirst { get; init; }

    /// <summary>Images that the second model alone classified correctly.</summary>
    public required int OnlySecond { get; init; }

    /// <summary>Images that neither model classified correctly.</summary>
    public required int NeitherCorrect { get; init; }

    /// <summary>All images that both were judged on.</summary>
    public int Images => BothCorrect + Discordant + NeitherCorrect;

    /// <summary>Images that one model alone classified correctly.</summary>
    public int Discordant => OnlyFirst + OnlySecond;

    /// <summary>True where the probability is exact, from the binomial distribution: fewer than 25 images tell the models apart.</summary>
    public bool IsExact => Discordant < ExactBelow;

    /// <summary>The statistic with continuity correction, chi-squared with one degree of freedom; null where the test is exact.</summary>
    public double? Statistic
    {
        get
        {
            if (IsExact)
            {
                return null;
            }

            double excess = Math.Max(0, Math.Abs(OnlyFirst - OnlySecond) - 1);
            return excess * excess / Discordant;
        }
    }

    /// <summary>Two-sided probability of a difference at least this large between equally good models, 0 to 1.</summary>
    public double PValue => Statistic is { } statistic ? ChiSquared.UpperTail(statistic) : ExactProbability();

    /// <summary>Compares two models' predictions for the same images.</summary>
    /// <param name="first">The first model's.</param>
    /// <param name="second">The second model's.</param>
    /// <param name="label">The true class of the images that count; null for all.</param>
    /// <exception cref="ArgumentException">The two are not of the same images: their true classes differ.</exception>
    public static McNemarTest Of(Predictions first, Predictions second, int? label = null)
    {
        if (!first.Labels.AsSpan().SequenceEqual(second.Labels))
        {
            throw new ArgumentException("The two predictions are not of the same images.", nameof(second));
        }

        var (firstPredicted, secondPredicted) = (first.PredictedLabels, second.PredictedLabels);
        var counts = new int[4];
        for (var i = 0; i < first.Count; i++)
        {
            if (label is { } only && first.Labels[i] != only)
            {
                continue;
            }

            var isFirstRight = firstPredicted[i] == first.Labels[i];
            var isSecondRight = secondPredicted[i] == first.Labels[i];
            counts[(isFirstRight ? 0 : 2) + (isSecondRight ? 0 : 1)]++;
        }

        return new McNemarTest { BothCorrect = counts[0], OnlyFirst = counts[1], OnlySecond = counts[2], NeitherCorrect = counts[3] };
    }

    // Twice the smaller tail of n tosses of a fair coin; whole numbers, as long as n is small.
    private double ExactProbability()
    {
        var (ways, tail) = (1L, 1L);
        for (var k = 1; k <= Math.Min(OnlyFirst, OnlySecond); k++)
        {
            ways = ways * (Discordant - k + 1) / k;
            tail += ways;
        }

        return Math.Min(1, 2d * tail / (1L << Discordant));
    }
}
