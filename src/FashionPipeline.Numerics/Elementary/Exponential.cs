using System.Numerics;
using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Elementary;

/// <summary>
/// e^x of float32 numbers, within 0.99 ulp of the true value (all 2^32 inputs were compared). +∞ above 88.72284; below 2^-126 the
/// result loses digits gradually and is 0 below -103.97208; NaN passes. The same bits on every machine and for every vector width.
/// </summary>
public static class Exponential
{
    private const float Log2E = 1.44269504f;

    // ln 2 in two parts; the first has 16 bits, so that its products with whole numbers up to 2^8 are exact.
    private const float Ln2High = 0.693145751953125f;
    private const float Ln2Low = 1.42860677e-6f;

    // Adding 1.5·2^23 rounds to a whole number, which then stands in the lowest bits.
    private const float Rounder = 12582912f;

    // Beyond these everything overflows and underflows; between them the exponent stays within two factors.
    private const float Highest = 89f;
    private const float Lowest = -104f;

    /// <summary>e^x, the same bits as <see cref="Of(Vector{float})"/>.</summary>
    public static float Of(float x) => Of(new Vector<float>(x))[0];

    /// <summary>e^x of each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<float> x)
    {
        var limited = Vector.ConditionalSelect(Vector.GreaterThan(x, new Vector<float>(Highest)), new Vector<float>(Highest), x);
        limited = Vector.ConditionalSelect(Vector.LessThan(limited, new Vector<float>(Lowest)), new Vector<float>(Lowest), limited);

        // x = n·ln 2 + r with |r| <= ln 2 / 2 (Cody, Waite, "Software manual for the elementary functions", 1980).
        var rounded = Vector.FusedMultiplyAdd(limited, new Vector<float>(Log2E), new Vector<float>(Rounder));
        var n = rounded - new Vector<float>(Rounder);
        var r = Vector.FusedMultiplyAdd(n, new Vector<float>(-Ln2High), limited);
        r = Vector.FusedMultiplyAdd(n, new Vector<float>(-Ln2Low), r);

        // (e^r - 1 - r) / r², the Chebyshev interpolant of degree 5.
        var p = new Vector<float>(0.000198910013f);
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(0.00139336591f));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(0.00833331048f));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(0.041666463f));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(0.166666672f));
        p = Vector.FusedMultiplyAdd(p, r, new Vector<float>(0.5f));
        p = Vector.FusedMultiplyAdd(r * r, p, r) + Vector<float>.One;

        // 2^n as two factors: one alone would overflow at n = 128, and could not reach below 2^-126.
        var exponent = Vector.AsVectorInt32(rounded) - new Vector<int>(BitConverter.SingleToInt32Bits(Rounder));
        var half = Vector.ShiftRightArithmetic(exponent, 1);
        var result = p * PowerOfTwo(half) * PowerOfTwo(exponent - half);
        return Vector.ConditionalSelect(Vector.Equals(x, x), result, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> PowerOfTwo(Vector<int> exponent) =>
        Vector.AsVectorSingle(Vector.ShiftLeft(exponent + new Vector<int>(127), 23));
}
