namespace FashionPipeline.Numerics.Elementary;

/// <summary>cos(πx) of half a turn, from + - * and FMA alone: the same bits on every machine.</summary>
public static class CosineOfPi
{
    /// <summary>cos(πx) within 4e-16: 1 at 0, 0 at 1/2, -1 at 1.</summary>
    /// <param name="x">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static double Of(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 1d);
        return x <= 0.25 ? Cosine(x) : x < 0.75 ? Sine(0.5 - x) : -Cosine(1d - x);
    }

    // Taylor's series; the angle is at most π/4, so that what is left out is below 1e-17.
    private static double Cosine(double x)
    {
        var angle = Math.PI * x;
        var z = angle * angle;
        var sum = -1d / 6402373705728000;
        sum = Math.FusedMultiplyAdd(sum, z, 1d / 20922789888000);
        sum = Math.FusedMultiplyAdd(sum, z, -1d / 87178291200);
        sum = Math.FusedMultiplyAdd(sum, z, 1d / 479001600);
        sum = Math.FusedMultiplyAdd(sum, z, -1d / 3628800);
        sum = Math.FusedMultiplyAdd(sum, z, 1d / 40320);
        sum = Math.FusedMultiplyAdd(sum, z, -1d / 720);
        sum = Math.FusedMultiplyAdd(sum, z, 1d / 24);
        sum = Math.FusedMultiplyAdd(sum, z, -0.5);
        return Math.FusedMultiplyAdd(sum, z, 1d);
    }

    private static double Sine(double x)
    {
        var angle = Math.PI * x;
        var z = angle * angle;
        var sum = 1d / 355687428096000;
        sum = Math.FusedMultiplyAdd(sum, z, -1d / 1307674368000);
        sum = Math.FusedMultiplyAdd(sum, z, 1d / 6227020800);
        sum = Math.FusedMultiplyAdd(sum, z, -1d / 39916800);
        sum = Math.FusedMultiplyAdd(sum, z, 1d / 362880);
        sum = Math.FusedMultiplyAdd(sum, z, -1d / 5040);
        sum = Math.FusedMultiplyAdd(sum, z, 1d / 120);
        sum = Math.FusedMultiplyAdd(sum, z, -1d / 6);
        return Math.FusedMultiplyAdd(sum * z, angle, angle);
    }
}
