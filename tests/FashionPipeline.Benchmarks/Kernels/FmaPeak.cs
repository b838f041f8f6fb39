using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>How many floating-point operations a core can do at most: fused multiply-adds over registers, in the widest vectors that the hardware has.</summary>
internal static class FmaPeak
{
    // Independent chains: more than latency times throughput of today's processors (4 cycles x 2 a cycle), and few enough for 16 registers.
    private const int Chains = 12;
    private const int Steps = 2_000_000;
    private const int Rounds = 15;

    private interface IVector<TVector>
    {
        static abstract int Count { get; }

        static abstract TVector Create(float value);

        static abstract TVector MultiplyAdd(TVector left, TVector right, TVector addend);

        static abstract float First(TVector vector);
    }

    /// <summary>Bits of the vectors that are used.</summary>
    public static int VectorBits => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>The best of several rounds on the calling thread, in 10^9 operations a second.</summary>
    public static double MeasureGigaflops() => VectorBits switch
    {
        512 => Measure<Wide, Vector512<float>>(),
        256 => Measure<Middle, Vector256<float>>(),
        _ => Measure<Narrow, Vector128<float>>(),
    };

    /// <summary>The same on several threads at once: cores that share a clock or a unit give less than as many times one core's peak.</summary>
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

    private static double Measure<TLanes, TVector>()
        where TLanes : IVector<TVector>
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            if (float.IsNaN(Loop<TLanes, TVector>()))
            {
                throw new InvalidOperationException("The loop of the peak went astray.");
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds);
        }

        return 2d * Chains * Steps * TLanes.Count / best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop<TLanes, TVector>()
        where TLanes : IVector<TVector>
    {
        var (x, y) = (TLanes.Create(0.999f), TLanes.Create(0.001f));
        TVector a = y, b = y, c = y, d = y, e = y, f = y, g = y, h = y, i = y, j = y, k = y, l = y;
        for (var step = 0; step < Steps; step++)
        {
            a = TLanes.MultiplyAdd(a, x, y);
            b = TLanes.MultiplyAdd(b, x, y);
            c = TLanes.MultiplyAdd(c, x, y);
            d = TLanes.MultiplyAdd(d, x, y);
            e = TLanes.MultiplyAdd(e, x, y);
            f = TLanes.MultiplyAdd(f, x, y);
            g = TLanes.MultiplyAdd(g, x, y);
            h = TLanes.MultiplyAdd(h, x, y);
            i = TLanes.MultiplyAdd(i, x, y);
            j = TLanes.MultiplyAdd(j, x, y);
            k = TLanes.MultiplyAdd(k, x, y);
            l = TLanes.MultiplyAdd(l, x, y);
        }

        return TLanes.First(a) + TLanes.First(b) + TLanes.First(c) + TLanes.First(d) + TLanes.First(e) + TLanes.First(f)
            + TLanes.First(g) + TLanes.First(h) + TLanes.First(i) + TLanes.First(j) + TLanes.First(k) + TLanes.First(l);
    }

    private readonly struct Wide : IVector<Vector512<float>>
    {
        public static int Count => Vector512<float>.Count;

        public static Vector512<float> Create(float value) => Vector512.Create(value);

        public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> addend) => Vector512.FusedMultiplyAdd(left, right, addend);

        public static float First(Vector512<float> vector) => vector.ToScalar();
    }

    private readonly struct Middle : IVector<Vector256<float>>
    {
        public static int Count => Vector256<float>.Count;

        public static Vector256<float> Create(float value) => Vector256.Create(value);

        public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> addend) => Vector256.FusedMultiplyAdd(left, right, addend);

        public static float First(Vector256<float> vector) => vector.ToScalar();
    }

    private readonly struct Narrow : IVector<Vector128<float>>
    {
        public static int Count => Vector128<float>.Count;

        public static Vector128<float> Create(float value) => Vector128.Create(value);

        public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> addend) => Vector128.FusedMultiplyAdd(left, right, addend);

        public static float First(Vector128<float> vector) => vector.ToScalar();
    }
}
