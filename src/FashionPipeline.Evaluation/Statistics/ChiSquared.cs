namespace FashionPipeline.Evaluation.Statistics;

/// <summary>
/// The chi-squared distribution with one degree of freedom, from + - * / sqrt alone: the same bits on every machine. Its upper tail is
/// erfc(√(x / 2)). Source of the series and the continued fraction: Abramowitz, Stegun, "Handbook of mathematical functions", 7.1.6 and
/// 7.1.14.
/// </summary>
public static class ChiSquared
{
    private const double TwoOverSqrtPi = 1.1283791670955126;
    private const double Ln2 = 0.6931471805599453;

    // ln 2 in two parts; the first is short enough for its products with whole numbers to be exact.
    private const double Ln2High = 0.69314718036912382;
    private const double Ln2Low = 1.9082149292705877e-10;

    // Below, the series needs at most 45 terms; above, the fraction settles within 80.
    private const double SeriesBelow = 2;
    private const int FractionTerms = 80;

    // e^-745 is the smallest double above 0.
    private const double Lowest = 745;
    private const int TaylorTerms = 16;

    /// <summary>Probability of a value of at least <paramref name="x"/>, to about 1 part in 10^13; 1 where it is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="x"/> is negative or not a number.</exception>
    public static double UpperTail(double x)
    {
        if (!(x >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(x), x, "A number of at least 0 is expected.");
        }

        var square = x / 2;
        var z = Math.Sqrt(square);
        return z < SeriesBelow
            ? 1 - (TwoOverSqrtPi * Decay(square) * Series(z, square))
            : TwoOverSqrtPi / 2 * Decay(square) / Fraction(z);
    }

    // z + 2z³/3 + 4z⁵/15 + …: every term is positive, so that nothing cancels.
    private static double Series(double z, double square)
    {
        var (sum, term, odd) = (z, z, 1d);
        while (sum + term > sum)
        {
            odd += 2;
            term *= 2 * square / odd;
            sum += term;
        }

        return sum;
    }

    // z + (1/2)/(z + (2/2)/(z + (3/2)/(z + …))), from its far end.
    private static double Fraction(double z)
    {
        var value = z;
        for (var k = FractionTerms; k > 0; k--)
        {
            value = z + (k / 2d / value);
        }

        return value;
    }

    // e^-t as 2^-n·e^-r with |r| <= ln 2 / 2.
    private static double Decay(double t)
    {
        if (t > Lowest)
        {
            return 0;
        }

        var n = Math.Round(t / Ln2);
        var r = t - (n * Ln2High) - (n * Ln2Low);
        var value = 1d;
        for (var k = TaylorTerms; k > 0; k--)
        {
            value = 1 - (r * value / k);
        }

        return Math.ScaleB(value, -(int)n);
    }
}
