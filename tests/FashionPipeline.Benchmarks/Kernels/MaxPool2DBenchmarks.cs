using BenchmarkDotNet.Attributes;
using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>The pooling of the shipped network: 64 images of 24 x 24 x 32, windows of 2 x 2.</summary>
public class MaxPool2DBenchmarks
{
    private const int InputLength = 64 * 24 * 24 * 32;
    private const int OutputLength = InputLength / 4;
    private const double Bytes = ((double)(InputLength + OutputLength) * sizeof(float)) + ((double)OutputLength * sizeof(ushort));

    private readonly Pool2DShape shape = new(64, 24, 24, 32, 2, 2);
    private readonly float[] input = Numbers.Draw(InputLength, 1);
    private readonly float[] output = new float[OutputLength];
    private readonly ushort[] places = new ushort[OutputLength];
    private readonly float[] outputGradient = Numbers.Draw(OutputLength, 2);
    private readonly float[] inputGradient = new float[InputLength];
    private Workspace workspace = new(1);

    [ParamsSource(nameof(CoreCounts))]
    public int Cores { get; set; }

    public static IEnumerable<int> CoreCounts => Machine.CoreCounts;

    [GlobalSetup]
    public void SetUp()
    {
        workspace = new Workspace(Cores);
        Forward();
    }

    [Benchmark]
    [Work(Bytes = Bytes)]
    public void Forward() => MaxPool2D.Forward(shape, input, output, places, workspace);

    [Benchmark]
    [Work(Bytes = Bytes)]
    public void Gradient() => MaxPool2D.Backward(shape, outputGradient, places, inputGradient, workspace);
}
