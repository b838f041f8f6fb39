using BenchmarkDotNet.Attributes;
using FashionPipeline.Data;
using FashionPipeline.Data.Synthetic;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Numerics.Linear;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>The nearest neighbours of 5,000 points with 784 byte coordinates, and the whole embedding of them.</summary>
public class EmbeddingBenchmarks
{
    private const int Points = 5000;

    private readonly LabelledImages images = SyntheticGarments.Generate(new SyntheticOptions { TrainCount = Points, TestCount = 1 }).Train;

    [ParamsSource(nameof(CoreCounts))]
    public int Cores { get; set; }

    public static IEnumerable<int> CoreCounts => Machine.CoreCounts;

    private ParallelOptions Parallel => new() { MaxDegreeOfParallelism = Cores };

    [Benchmark]
    [Work(Items = Points * (Points - 1d) / 2)]
    public int[] NearestFour() => NearestNeighbours.Find(images.Pixels, images.ValuesPerImage, 4, Parallel);

    [Benchmark]
    public SpectralEmbeddingResult Embedding() => SpectralEmbedding.Compute(images, new SpectralEmbeddingOptions(), Parallel);
}
