namespace FashionPipeline.Numerics.Elementary;

/// <summary>
/// How operations round on a thread. IEEE 754 says how, but a processor keeps a control word for each thread that can say otherwise, and
/// native libraries can set it. Sources: Intel, "Software Developer's Manual", volume 1, 10.2.3 (MXCSR); Arm, "Architecture Reference
/// Manual" (FPCR).
/// </summary>
public static class FloatingPointMode
{
    // Read from memory each time: with constants the compiler computes, beforehand and on a thread of its own. As bits, since on a thread
    // at fault it takes a subnormal constant for zero itself.
    private static volatile uint smallestNormal = 0x00800000;
    private static volatile uint smallestSubnormal = 0x00000001;
    private static volatile float one = 1;

    /// <summary>What this thread does otherwise than IEEE 754; null where it does nothing otherwise. Takes some nanoseconds.</summary>
    public static string? Fault() =>
        !KeepsSubnormals() ? "takes subnormal numbers for zero"
        : !RoundsSinglesToNearest() || !RoundsDoublesToNearest() ? "does not round to the nearest number"
        : null;

    // Whether the subnormal number is taken for zero when it is read, or the result when it is written, the bits are others.
    private static bool KeepsSubnormals()
    {
        var difference = BitConverter.UInt32BitsToSingle(smallestNormal) - BitConverter.UInt32BitsToSingle(smallestSubnormal);
        return BitConverter.SingleToUInt32Bits(difference) == 0x007fffff;
    }

    // Halfway between two numbers: the even one lies below in the first sum, and above in the second.
    private static bool RoundsSinglesToNearest()
    {
        const float Ulp = 1f / (1 << 23);
        return one + (Ulp / 2) == 1 && one + Ulp + (Ulp / 2) == 1 + (2 * Ulp);
    }

    private static bool RoundsDoublesToNearest()
    {
        const double Ulp = 1d / (1L << 52);
        double one = FloatingPointMode.one;
        return one + (Ulp / 2) == 1 && one + Ulp + (Ulp / 2) == 1 + (2 * Ulp);
    }
}
