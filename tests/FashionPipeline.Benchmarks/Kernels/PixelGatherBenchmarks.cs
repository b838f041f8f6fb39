using BenchmarkDotNet.Attributes;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>A batch of 64 images of 28 x 28 from anywhere in 60,000, scaled on the way.</summary>
public class PixelGatherBenchmarks
{
    private const int Images = 60_000;
    private const int ImageSize = 28 * 28;
    private const int Batch = 64;

    private readonly byte[] pixels = new byte[Images * ImageSize];
    private readonly int[] order = new RandomStream(12345, RandomPurpose.Permutation).Permutation(Images);
    private readonly float[] output = new float[Batch * ImageSize];
    private Workspace workspace = new(1);
    private int start;

    [ParamsSource(nameof(CoreCounts))]
    public int Cores { get; set; }

    public static IEnumerable<int> CoreCounts => Machine.CoreCounts;

    [GlobalSetup]
    public void SetUp()
    {
        workspace = new Workspace(Cores);
        Array.Fill(pixels, (byte)200);
    }

    // Another batch each time, as in training: the same one would stay in the cache.
    [Benchmark]
    [Work(Bytes = Batch * ImageSize * (1d + sizeof(float)))]
    public void Gather()
    {
        start = (start + Batch) % (Images - Batch);
        PixelGather.Gather(pixels, ImageSize, order.AsSpan(start, Batch), 255, output, workspace);
    }
}
