using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FashionPipeline.Numerics.Random;

/// <summary>
/// Philox4x32-10, a counter-based generator: four 32-bit numbers are a function of a 128-bit counter and a 64-bit key,
/// so any number can be drawn by anybody in any order.
/// Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
/// </summary>
public static class Philox4x32
{
    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>The four numbers of one counter.</summary>
    /// <param name="counter">The counter's words, lowest first.</param>
    /// <param name="key">The key; its low half is the first word.</param>
    public static (uint X0, uint X1, uint X2, uint X3) Block((uint X0, uint X1, uint X2, uint X3) counter, ulong key)
    {
        var (x0, x1, x2, x3) = counter;
        var key0 = (uint)key;
        var key1 = (uint)(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * x0;
            var product1 = (ulong)Multiplier1 * x2;
            (x0, x1, x2, x3) = (
                (uint)(product1 >> 32) ^ x1 ^ key0,
                (uint)product1,
                (uint)(product0 >> 32) ^ x3 ^ key1,
                (uint)product0);
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return (x0, x1, x2, x3);
    }

    /// <summary>
    /// The numbers of many counters, one after the other: the lowest word counts up from <paramref name="counter"/>'s and begins
    /// anew at 0 after 2^32 - 1. The last counter may give fewer than four numbers.
    /// </summary>
    public static unsafe void Fill((uint X0, uint X1, uint X2, uint X3) counter, ulong key, Span<uint> destination)
    {
        fixed (uint* target = destination)
        {
            var done = 0;
            if (Vector512.IsHardwareAccelerated && Avx512F.IsSupported)
            {
                for (; done <= destination.Length - 32; done += 32)
                {
                    EightBlocks(counter, key, target + done);
                    counter.X0 += 8;
                }
            }

            if (Avx2.IsSupported)
            {
                for (; done <= destination.Length - 16; done += 16)
                {
                    FourBlocks(counter, key, target + done);
                    counter.X0 += 4;
                }
            }

            var block = stackalloc uint[4];
            for (; done < destination.Length; done += 4)
            {
                (block[0], block[1], block[2], block[3]) = Block(counter, key);
                new Span<uint>(block, Math.Min(4, destination.Length - done)).CopyTo(destination[done..]);
                counter.X0++;
            }
        }
    }

    // A lane of 64 bits holds a word of one block in its low half; what stands in the high half is never looked at. The lanes'
    // counters are in the order in which unpacking puts the blocks side by side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void EightBlocks((uint X0, uint X1, uint X2, uint X3) counter, ulong key, uint* target)
    {
        var x0 = Vector512.Create((ulong)counter.X0) + Vector512.Create(0UL, 4, 1, 5, 2, 6, 3, 7);
        var x1 = Vector512.Create((ulong)counter.X1);
        var x2 = Vector512.Create((ulong)counter.X2);
        var x3 = Vector512.Create((ulong)counter.X3);
        var key0 = Vector512.Create(key);
        var key1 = Vector512.Create(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Avx512F.Multiply(x0.AsUInt32(), Vector512.Create((ulong)Multiplier0).AsUInt32());
            var product1 = Avx512F.Multiply(x2.AsUInt32(), Vector512.Create((ulong)Multiplier1).AsUInt32());
            x0 = (product1 >> 32) ^ x1 ^ key0;
            x2 = (product0 >> 32) ^ x3 ^ key1;
            x1 = product1;
            x3 = product0;
            key0 += Vector512.Create((ulong)Weyl0);
            key1 += Vector512.Create((ulong)Weyl1);
        }

        var low = (x0 & Vector512.Create((ulong)uint.MaxValue)) | (x1 << 32);
        var high = (x2 & Vector512.Create((ulong)uint.MaxValue)) | (x3 << 32);
        Avx512F.UnpackLow(low, high).AsUInt32().Store(target);
        Avx512F.UnpackHigh(low, high).AsUInt32().Store(target + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void FourBlocks((uint X0, uint X1, uint X2, uint X3) counter, ulong key, uint* target)
    {
        var x0 = Vector256.Create((ulong)counter.X0) + Vector256.Create(0UL, 2, 1, 3);
        var x1 = Vector256.Create((ulong)counter.X1);
        var x2 = Vector256.Create((ulong)counter.X2);
        var x3 = Vector256.Create((ulong)counter.X3);
        var key0 = Vector256.Create(key);
        var key1 = Vector256.Create(key >> 32);
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = Avx2.Multiply(x0.AsUInt32(), Vector256.Create((ulong)Multiplier0).AsUInt32());
            var product1 = Avx2.Multiply(x2.AsUInt32(), Vector256.Create((ulong)Multiplier1).AsUInt32());
            x0 = (product1 >> 32) ^ x1 ^ key0;
            x2 = (product0 >> 32) ^ x3 ^ key1;
            x1 = product1;
            x3 = product0;
            key0 += Vector256.Create((ulong)Weyl0);
            key1 += Vector256.Create((ulong)Weyl1);
        }

        var low = (x0 & Vector256.Create((ulong)uint.MaxValue)) | (x1 << 32);
        var high = (x2 & Vector256.Create((ulong)uint.MaxValue)) | (x3 << 32);
        Avx2.UnpackLow(low, high).AsUInt32().Store(target);
        Avx2.UnpackHigh(low, high).AsUInt32().Store(target + 8);
    }
}
