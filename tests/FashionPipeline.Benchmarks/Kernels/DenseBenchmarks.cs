using BenchmarkDotNet.Attributes;
using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>The dense layers of the shipped networks, with relu.</summary>
public class DenseBenchmarks
{
    private float[] input = [];
    private float[] kernel = [];
    private float[] bias = [];
    private float[] output = [];
    private float[] outputGradient = [];
    private float[] inputGradient = [];
    private float[] kernelGradient = [];
    private float[] biasGradient = [];
    private Workspace workspace = new(1);

    [ParamsSource(nameof(Layers), Priority = 1)]
    public MeasuredDense Layer { get; set; } = null!;

    [ParamsSource(nameof(CoreCounts), Priority = 2)]
    public int Cores { get; set; }

    public static IEnumerable<MeasuredDense> Layers => [new(new(64, 784, 512)), new(new(64, 512, 512)), new(new(64, 4608, 128))];

    public static IEnumerable<int> CoreCounts => Machine.CoreCounts;

    [GlobalSetup]
    public void SetUp()
    {
        var shape = Layer.Shape;
        input = Numbers.Draw(shape.Batch * shape.Features, 1);
        kernel = Numbers.Draw(shape.Features * shape.Units, 2);
        bias = Numbers.Draw(shape.Units, 3);
        outputGradient = Numbers.Draw(shape.Batch * shape.Units, 4);
        output = new float[outputGradient.Length];
        inputGradient = new float[input.Length];
        kernelGradient = new float[kernel.Length];
        biasGradient = new float[bias.Length];
        workspace = new Workspace(Cores);
        Forward();
    }

    [Benchmark]
    [Work(Products = 1)]
    public void Forward() => Dense.Forward(Layer.Shape, input, kernel, bias, output, relu: true, workspace);

    [Benchmark]
    [Work(Products = 1)]
    public void KernelGradient() => Dense.Backward(
        Layer.Shape, input, kernel, output, outputGradient, [], kernelGradient, biasGradient, relu: true, workspace);

    [Benchmark]
    [Work(Products = 2)]
    public void BothGradients() => Dense.Backward(
        Layer.Shape, input, kernel, output, outputGradient, inputGradient, kernelGradient, biasGradient, relu: true, workspace);
}
