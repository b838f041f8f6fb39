namespace FashionPipeline.Numerics.Random;

/// <summary>
/// An endless row of random numbers, addressed by index: the row is a function of seed, purpose, layer, epoch and step alone.
/// </summary>
/// <param name="seed">Seed of the experiment's run.</param>
/// <param name="purpose">What the numbers are for.</param>
/// <param name="layer">Number of the layer, or 0.</param>
/// <param name="epoch">Number of the epoch, or 0.</param>
/// <param name="step">Number of the step, item or class, or 0.</param>
public readonly struct RandomStream(ulong seed, RandomPurpose purpose, ushort layer = 0, uint epoch = 0, uint step = 0)
{
    private const float FloatUnit = 1f / (1 << 24);
    private const double DoubleUnit = 1d / (1L << 53);

    private readonly ulong key = seed;
    private readonly uint word1 = ((uint)purpose << 16) | layer;
    private readonly uint word2 = epoch;
    private readonly uint word3 = step;

    /// <summary>The numbers 4·<paramref name="block"/> to 4·<paramref name="block"/> + 3 of the row.</summary>
    public (uint X0, uint X1, uint X2, uint X3) Block(uint block) => Philox4x32.Block((block, word1, word2, word3), key);

    /// <summary>The number at <paramref name="index"/> (below 2^34), all 32 bits random.</summary>
    public uint UInt32(long index)
    {
        var (x0, x1, x2, x3) = Block(checked((uint)(index >> 2)));
        return (index & 3) switch { 0 => x0, 1 => x1, 2 => x2, _ => x3 };
    }

    /// <summary>Number at <paramref name="index"/> as a multiple of 2^-24 in [0, 1).</summary>
    public float Single(long index) => (UInt32(index) >> 8) * FloatUnit;

    /// <summary>Number made of the words 2·<paramref name="index"/> and the one after it, as a multiple of 2^-53 in [0, 1).</summary>
    public double Double(long index)
    {
        var (x0, x1, x2, x3) = Block(checked((uint)(index >> 1)));
        var (low, high) = (index & 1) == 0 ? (x0, x1) : (x2, x3);
        return ((((ulong)high << 32) | low) >> 11) * DoubleUnit;
    }

    /// <summary>Fills <paramref name="destination"/> with the numbers from index 0 on.</summary>
    public void Fill(Span<uint> destination) => Fill(0, destination);

    /// <summary>Fills <paramref name="destination"/> with the numbers from index <paramref name="start"/> on, a multiple of 4.</summary>
    public void Fill(long start, Span<uint> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNotEqual(start & 3, 0, nameof(start));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + destination.Length, 1L << 34, nameof(start));
        Philox4x32.Fill(((uint)(start >> 2), word1, word2, word3), key, destination);
    }

    /// <summary>
    /// A random order of 0 … <paramref name="count"/> - 1 (Fisher and Yates). Places are chosen by multiplying a 32-bit
    /// number with the range and keeping the high half (Lemire 2019, without the rejection: the bias is below count / 2^32).
    /// </summary>
    public int[] Permutation(int count)
    {
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        for (var i = count - 1; i > 0; i--)
        {
            var other = (int)(((ulong)UInt32(i) * (uint)(i + 1)) >> 32);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
