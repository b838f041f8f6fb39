using BenchmarkDotNet.Attributes;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>
/// Relu, and dropout with its random numbers, over the largest layer that the shipped networks drop from: 64 images of 12 x 12 x 32.
/// </summary>
public class ElementwiseBenchmarks
{
    private const int Length = 64 * 12 * 12 * 32;

    private readonly float[] input = Numbers.Draw(Length, 1);
    private readonly float[] gradient = Numbers.Draw(Length, 2);
    private readonly float[] output = new float[Length];
    private Workspace workspace = new(1);

    [ParamsSource(nameof(CoreCounts))]
    public int Cores { get; set; }

    public static IEnumerable<int> CoreCounts => Machine.CoreCounts;

    [GlobalSetup]
    public void SetUp() => workspace = new Workspace(Cores);

    [Benchmark]
    [Work(Bytes = 2d * Length * sizeof(float))]
    public void Relu() => Elementwise.Forward<Relu>(input, output, workspace);

    [Benchmark]
    [Work(Bytes = 3d * Length * sizeof(float))]
    public void ReluGradient() => Elementwise.Backward<Relu>(input, gradient, output, workspace);

    [Benchmark]
    [Work(Bytes = 2d * Length * sizeof(float), Items = Length)]
    public void Dropout() =>
        Numerics.Kernels.Dropout.Forward(input, output, 0.2, new RandomStream(12345, RandomPurpose.Dropout), workspace);
}
