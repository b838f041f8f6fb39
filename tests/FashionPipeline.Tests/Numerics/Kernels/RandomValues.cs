using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Kernels;

/// <summary>Inputs of kernels: the same for the same seed.</summary>
internal static class RandomValues
{
    /// <summary>Numbers from -2 to below 2.</summary>
    public static float[] Floats(int count, ulong seed = 1)
    {
        var stream = new RandomStream(seed, RandomPurpose.SyntheticData);
        return [.. Enumerable.Range(0, count).Select(i => (4f * stream.Single(i)) - 2f)];
    }

    /// <summary>Whole numbers from <paramref name="least"/> to <paramref name="most"/>.</summary>
    public static int[] Integers(int count, int least, int most, ulong seed = 1)
    {
        var stream = new RandomStream(seed, RandomPurpose.SyntheticData);
        return [.. Enumerable.Range(0, count).Select(i => least + (int)(stream.UInt32(i) % (uint)(most - least + 1)))];
    }

    /// <summary>The bits of numbers: comparing them tells -0 from +0, and a NaN equals itself.</summary>
    public static int[] Bits(float[] values) => Array.ConvertAll(values, BitConverter.SingleToInt32Bits);
}
