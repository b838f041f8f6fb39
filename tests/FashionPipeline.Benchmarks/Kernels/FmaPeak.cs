using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>
/// How many floating-point operations a core can do at most: fused multiply-adds over registers, in the widest vectors that the
/// hardware has, which are those of the kernels' tiles.
/// </summary>
internal static class FmaPeak
{
    // Independent chains: more than latency times throughput of today's processors (4 cycles x 2 a cycle), and few enough for 16 registers.
    private const int Chains = 12;
    private const int Steps = 2_000_000;
    private const int Rounds = 15;

    /// <summary>Bits of the vectors that are used.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>The best of several rounds on the calling thread, in 10^9 operations a second.</summary>
    public static double MeasureGigaflops() => VectorBits switch
    {
        512 => Measure<Simd512, Vector512<float>>(),
        256 => Measure<Simd256, Vector256<float>>(),
        _ => Measure<Simd128, Vector128<float>>(),
    };

    /// <summary>
    /// The same on several threads at once: cores that share a clock or a unit give less than as many times one core's peak.
    /// </summary>
    public static double MeasureGigaflops(int threads)
    {
        var sum = 0d;
        using var start = new Barrier(threads);
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            start.SignalAndWait();
            var own = MeasureGigaflops();
            lock (start)
            {
                sum += own;
            }
        })).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
        return sum;
    }

    private static double Measure<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            if (float.IsNaN(Loop<TSimd, TVector>()))
            {
                throw new InvalidOperationException("The loop of the peak went astray.");
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return 2d * Chains * Steps * TSimd.Count / best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        var (x, y) = (TSimd.Create(0.999f), TSimd.Create(0.001f));
        TVector a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (var step = 0; step < Steps; step++)
        {
            a = TSimd.MultiplyAdd(a, x, y);
            b = TSimd.MultiplyAdd(b, x, y);
            c = TSimd.MultiplyAdd(c, x, y);
            d = TSimd.MultiplyAdd(d, x, y);
            e = TSimd.MultiplyAdd(e, x, y);
            f = TSimd.MultiplyAdd(f, x, y);
            g = TSimd.MultiplyAdd(g, x, y);
            h = TSimd.MultiplyAdd(h, x, y);
            i = TSimd.MultiplyAdd(i, x, y);
            j = TSimd.MultiplyAdd(j, x, y);
            k = TSimd.MultiplyAdd(k, x, y);
            l = TSimd.MultiplyAdd(l, x, y);
        }

        // One vector of all chains, so that none of them is dead code; the address of a chain would keep it in memory.
        var all = TSimd.MultiplyAdd(a, b, TSimd.MultiplyAdd(c, d, TSimd.MultiplyAdd(e, f, y)));
        all = TSimd.MultiplyAdd(g, h, TSimd.MultiplyAdd(i, j, TSimd.MultiplyAdd(k, l, all)));
        return Unsafe.As<TVector, float>(ref all);
    }
}
