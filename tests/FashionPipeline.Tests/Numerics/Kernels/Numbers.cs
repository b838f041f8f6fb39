using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Kernels;

/// <summary>Numbers to feed to kernels.</summary>
internal static class Numbers
{
    /// <summary>Multiples of 2^-23 in [-1, 1), the same for the same seed.</summary>
    public static float[] Random(int count, ulong seed)
    {
        var stream = new RandomStream(seed, RandomPurpose.SyntheticData);
        return [.. Enumerable.Range(0, count).Select(i => (2 * stream.Single(i)) - 1)];
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>, the same for the same seed and index.</summary>
    public static int Whole(ulong seed, int index, int least, int most) =>
        least + (int)(new RandomStream(seed, RandomPurpose.Permutation).UInt32(index) % (uint)(most - least + 1));

    /// <summary>Requires equal bits, NaN and signed zero included.</summary>
    public static void AssertSameBits(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            if (BitConverter.SingleToUInt32Bits(expected[i]) != BitConverter.SingleToUInt32Bits(found[i]))
            {
                Assert.Fail(FormattableString.Invariant($"Number {i} is {found[i]:R}, expected {expected[i]:R}."));
            }
        }
    }
}
