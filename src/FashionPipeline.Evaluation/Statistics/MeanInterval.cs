namespace FashionPipeline.Evaluation.Statistics;

/// <summary>
/// The 95% confidence interval of a mean: where the mean of all numbers of this kind may lie, given the spread of a few, if they are
/// spread normally. Source: Student, "The probable error of a mean", Biometrika 6, 1908.
/// </summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, at least <paramref name="Low"/>.</param>
public readonly record struct MeanInterval(double Low, double High)
{
    private const double Coverage = 0.95;

    /// <summary>Whether 0 lies in it, or at one of its ends.</summary>
    public bool HoldsZero => Low <= 0 && High >= 0;

    /// <summary>The interval of a mean of several numbers; null for one number, which says nothing of its spread.</summary>
    /// <param name="spread">Mean and standard deviation of the numbers.</param>
    /// <param name="count">How many they are.</param>
    public static MeanInterval? Of(MeanAndDeviation spread, int count)
    {
        if (spread.Deviation is not { } deviation)
        {
            return null;
        }

        var half = StudentT.Quantile(Coverage, count - 1) * deviation / Math.Sqrt(count);
        return new MeanInterval(spread.Mean - half, spread.Mean + half);
    }
}
