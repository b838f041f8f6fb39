using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Portability;

/// <summary>Inputs of the cases: a function of a seed alone, on every machine.</summary>
public static class Inputs
{
    /// <summary>Numbers in [-1, 1), multiples of 2^-23.</summary>
    public static float[] Singles(int count, ulong seed)
    {
        var stream = new RandomStream(seed, RandomPurpose.SyntheticData);
        return [.. Enumerable.Range(0, count).Select(i => (2 * stream.Single(i)) - 1)];
    }

    /// <summary>Numbers in [-1, 1), multiples of 2^-52.</summary>
    public static double[] Doubles(int count, ulong seed)
    {
        var stream = new RandomStream(seed, RandomPurpose.SyntheticData);
        return [.. Enumerable.Range(0, count).Select(i => (2 * stream.Double(i)) - 1)];
    }

    /// <summary>Bytes from 0 to <paramref name="highest"/>; few different values make many ties.</summary>
    public static byte[] Bytes(int count, ulong seed, byte highest = byte.MaxValue)
    {
        var stream = new RandomStream(seed, RandomPurpose.SyntheticData);
        return [.. Enumerable.Range(0, count).Select(i => (byte)(stream.UInt32(i) % (highest + 1u)))];
    }
}
