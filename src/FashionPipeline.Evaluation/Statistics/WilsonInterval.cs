namespace FashionPipeline.Evaluation.Statistics;

/// <summary>
/// The 95% confidence interval of a share: where the true share may lie, given how many of a sample had the property. It stays within
/// 0 and 1 and keeps its coverage near the ends, where the usual p ± 1.96·s fails. Source: Wilson, "Probable inference, the law of
/// succession, and statistical inference", JASA 22, 1927; without continuity correction.
/// </summary>
/// <param name="Low">Lower end, 0 to 1.</param>
/// <param name="High">Upper end, from <paramref name="Low"/> to 1.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    private const double Z = Normal.Z95;

    /// <summary>The interval of <paramref name="successes"/> of <paramref name="trials"/>; from 0 to 1 where there was none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or there are more successes than trials.</exception>
    public static WilsonInterval Of(int successes, int trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        if (trials == 0)
        {
            return new WilsonInterval(0, 1);
        }

        var centre = successes + (Z * Z / 2);
        var halfWidth = Z * Math.Sqrt(((double)successes * (trials - successes) / trials) + (Z * Z / 4));
        var scale = trials + (Z * Z);

        // Exact at the ends, where the two terms differ by rounding alone.
        return new WilsonInterval(
            successes == 0 ? 0 : (centre - halfWidth) / scale,
            successes == trials ? 1 : (centre + halfWidth) / scale);
    }
}
