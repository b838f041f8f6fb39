using BenchmarkDotNet.Attributes;
using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>One step of Adam over as many weights as the shipped dense network has.</summary>
public class AdamBenchmarks
{
    private const int Weights = 669_706;

    private readonly AdamOptions options = new();
    private readonly float[] weights = Numbers.Draw(Weights, 1);
    private readonly float[] gradient = Numbers.Draw(Weights, 2);
    private readonly float[] first = new float[Weights];
    private readonly float[] second = new float[Weights];
    private Workspace workspace = new(1);

    [ParamsSource(nameof(CoreCounts))]
    public int Cores { get; set; }

    public static IEnumerable<int> CoreCounts => Machine.CoreCounts;

    [GlobalSetup]
    public void SetUp() => workspace = new Workspace(Cores);

    // Four arrays are read, three written.
    [Benchmark]
    [Work(Bytes = 7d * Weights * sizeof(float))]
    public void Update() => Adam.Update(weights, gradient, first, second, options, 0.001f, 1, workspace);
}
