namespace FashionPipeline.Evaluation.Statistics;

/// <summary>
/// Student's t distribution with a whole number of degrees of freedom, from + - * / sqrt alone: the same bits on every machine. Source of
/// the two finite sums: Abramowitz, Stegun, "Handbook of mathematical functions", 26.7.3 and 26.7.4.
/// </summary>
public static class StudentT
{
    // Each halving takes the tangent of half the angle; what is left is below 0.05, where the series settles at once.
    private const int Halvings = 5;
    private const int SeriesTerms = 8;

    /// <summary>Probability of a value from -<paramref name="t"/> to <paramref name="t"/>, 0 to 1, to about 1 part in 10^14.</summary>
    /// <param name="t">The value, at least 0.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom, at least 1; the time that it takes is proportional to them.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the two is less than that, or the value is not a number.</exception>
    public static double Within(double t, int degreesOfFreedom)
    {
        if (!(t >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(t), t, "A number of at least 0 is expected.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        var tangent = t / Math.Sqrt(degreesOfFreedom);
        var cosine = 1 / Math.Sqrt(1 + (tangent * tangent));
        var sine = tangent * cosine;
        return degreesOfFreedom % 2 == 0
            ? sine * Sum(first: 1, cosine, degreesOfFreedom)
            : 2 / Math.PI * (ArcTangent(tangent) + (sine * Sum(first: 2, cosine, degreesOfFreedom)));
    }

    /// <summary>The value that a share of all values lies within, on both sides of 0: 2.776… for 95% with 4 degrees of freedom.</summary>
    /// <param name="share">The share, more than 0 and less than 1.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the two is not in its range.</exception>
    public static double Quantile(double share, int degreesOfFreedom)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A number more than 0 and less than 1 is expected.");
        }

        var (low, high) = (0d, 1d);
        while (Within(high, degreesOfFreedom) < share)
        {
            (low, high) = (high, 2 * high);
        }

        // Bisection, until no number is left between the two.
        for (var middle = (low + high) / 2; low < middle && middle < high; middle = (low + high) / 2)
        {
            (low, high) = Within(middle, degreesOfFreedom) < share ? (middle, high) : (low, middle);
        }

        return high;
    }

    // Even degrees of freedom n: 1 + (1/2)cos² + (1·3)/(2·4)cos⁴ + …; odd ones: cos + (2/3)cos³ + (2·4)/(3·5)cos⁵ + …; up to cosⁿ⁻².
    private static double Sum(int first, double cosine, int degreesOfFreedom)
    {
        var (sum, term) = (0d, first == 1 ? 1 : cosine);
        for (var power = first - 1; power <= degreesOfFreedom - 2; power += 2)
        {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }

        return sum;
    }

    private static double ArcTangent(double x)
    {
        for (var i = 0; i < Halvings; i++)
        {
            x /= 1 + Math.Sqrt(1 + (x * x));
        }

        var sum = 0d;
        for (var k = SeriesTerms; k >= 0; k--)
        {
            sum = (1d / ((2 * k) + 1)) - (x * x * sum);
        }

        return (1 << Halvings) * x * sum;
    }
}
