using BenchmarkDotNet.Attributes;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Numerics.Linear;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>The four nearest of 5,000 points with 784 byte coordinates.</summary>
public class NearestNeighboursBenchmarks
{
    private const int Points = 5000;
    private const int Dimensions = SyntheticGarments.Size * SyntheticGarments.Size;

    private readonly byte[] points = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = Points, TestCount = 1 }).Train.Pixels;

    [ParamsSource(nameof(CoreCounts))]
    public int Cores { get; set; }

    public static IEnumerable<int> CoreCounts => Machine.CoreCounts;

    [Benchmark]
    [Work(Items = Points * (Points - 1d) / 2)]
    public int[] Find() => NearestNeighbours.Find(points, Dimensions, 4, new ParallelOptions { MaxDegreeOfParallelism = Cores });
}
