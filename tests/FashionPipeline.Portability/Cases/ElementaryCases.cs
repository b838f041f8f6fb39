using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Portability.Cases;

/// <summary>
/// Elementary functions over their whole range. Inputs whose value is NaN are left out: IEEE 754 leaves sign and payload of a NaN to the
/// processor, and x86-64 and Arm choose differently. A result that is NaN is no result, so nothing is lost.
/// </summary>
public static class ElementaryCases
{
    // Odd, so that all bits of the fraction take part; some 100,000 numbers.
    private const uint Stride = 40_961;
    private const ulong Stride64 = 0x7FF0_0000_0000_0000 / 20_011;

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All { get; } =
    [
        new("elementary/exponential", () => Bits.Of([.. AllSingles().Select(Exponential.Of)])),
        new("elementary/exponential-near-its-limits", () => Bits.Of([.. Between(-105, 90).Select(Exponential.Of)])),
        new("elementary/logarithm", () => Bits.Of([.. AllSingles().Where(x => x >= 0).Select(Logarithm.Of)])),
        new("elementary/logarithm-of-doubles", () => Bits.Of([.. PositiveDoubles().Select(Logarithm.Of)])),
        new("elementary/sigmoid", () => Bits.Of([.. AllSingles().Select(LogisticFunction.Of)])),
        new("elementary/hyperbolic-tangent", () => Bits.Of([.. AllSingles().Select(HyperbolicTangent.Of)])),
        new("elementary/normal-quantile", () => Bits.Of([.. Probabilities().Select(NormalQuantile.Of)])),
    ];

    private static IEnumerable<float> AllSingles()
    {
        float[] exceptional =
            [0f, -0f, float.Epsilon, -float.Epsilon, float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity];
        return exceptional.Concat(
            from i in Enumerable.Range(0, (int)(uint.MaxValue / Stride))
            let x = BitConverter.UInt32BitsToSingle((uint)i * Stride)
            where !float.IsNaN(x)
            select x);
    }

    private static IEnumerable<float> Between(int first, int last) =>
        Enumerable.Range(0, 64 * (last - first)).Select(i => first + (i / 64f));

    // Zero and subnormal numbers first, infinity last.
    private static IEnumerable<double> PositiveDoubles() => Enumerable.Range(0, 20_011)
        .Select(i => BitConverter.UInt64BitsToDouble((ulong)i * Stride64))
        .Concat([double.Epsilon, 2.2250738585072009e-308, 1d, Math.BitDecrement(1d), Math.BitIncrement(1d),
            double.MaxValue, double.PositiveInfinity]);

    // The middle, both tails, and what lies far out.
    private static IEnumerable<double> Probabilities() => Enumerable.Range(1, 9_999).Select(i => i / 10_000d)
        .Concat([double.Epsilon, 1e-300, 1e-100, 1e-20, 1e-10, Math.BitDecrement(1d)]);
}
