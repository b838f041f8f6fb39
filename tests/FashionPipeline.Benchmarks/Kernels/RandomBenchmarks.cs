using BenchmarkDotNet.Attributes;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>Random numbers of Philox4x32-10, and an order of 60,000 images from them.</summary>
public class RandomBenchmarks
{
    private const int Numbers = 1 << 16;
    private const int Images = 60_000;

    private readonly uint[] numbers = new uint[Numbers];

    [Benchmark]
    [Work(Items = Numbers, Bytes = Numbers * 4d)]
    public void Fill() => new RandomStream(12345, RandomPurpose.Dropout).Fill(numbers);

    [Benchmark]
    [Work(Items = Images)]
    public int[] Permutation() => new RandomStream(12345, RandomPurpose.Permutation).Permutation(Images);
}
