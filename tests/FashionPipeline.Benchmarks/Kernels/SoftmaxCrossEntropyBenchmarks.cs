using BenchmarkDotNet.Attributes;
using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>The loss of a batch of 64 images and ten classes.</summary>
public class SoftmaxCrossEntropyBenchmarks
{
    private const int Batch = 64;
    private const int Classes = 10;

    private readonly float[] logits = Numbers.Draw(Batch * Classes, 1);
    private readonly float[] gradient = new float[Batch * Classes];
    private readonly int[] labels = [.. Enumerable.Range(0, Batch).Select(image => image % Classes)];

    [Benchmark]
    [Work(Items = Batch * Classes)]
    public float Forward() => SoftmaxCrossEntropy.Forward(logits, labels);

    [Benchmark]
    [Work(Items = Batch * Classes)]
    public void Gradient() => SoftmaxCrossEntropy.Backward(logits, labels, 1, gradient);
}
