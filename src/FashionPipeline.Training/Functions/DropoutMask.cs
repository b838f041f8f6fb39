using System.Buffers;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Training.Functions;

/// <summary>What inverted dropout multiplies with: 0 with probability rate, else 1 / (1 - rate).</summary>
internal static class DropoutMask
{
    /// <summary>
    /// Fills a mask. Each value takes 16 bits of the step's random numbers, the low half of a word first, and is dropped
    /// where they are below rate * 2^16, rounded: the probability is exact to 2^-17.
    /// </summary>
    public static void Fill(Span<float> mask, double rate, ulong seed, int layer, int epoch, int step)
    {
        var stream = new RandomStream(seed, RandomPurpose.Dropout, checked((ushort)layer), (uint)epoch, (uint)step);
        var threshold = (uint)Math.Round(rate * 65536d);
        var kept = (float)(1d / (1d - rate));
        var count = (mask.Length + 1) / 2;
        var buffer = ArrayPool<uint>.Shared.Rent(count);
        var words = buffer.AsSpan(0, count);
        stream.Fill(words);
        for (var i = 0; i < mask.Length / 2; i++)
        {
            mask[2 * i] = (words[i] & 0xffff) < threshold ? 0f : kept;
            mask[(2 * i) + 1] = (words[i] >> 16) < threshold ? 0f : kept;
        }

        if (mask.Length % 2 == 1)
        {
            mask[^1] = (words[^1] & 0xffff) < threshold ? 0f : kept;
        }

        ArrayPool<uint>.Shared.Return(buffer);
    }
}
