using BenchmarkDotNet.Attributes;
using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>The two convolutions of the shipped network.</summary>
public class Conv2DBenchmarks
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
    public MeasuredConv2D Layer { get; set; } = null!;

    [ParamsSource(nameof(CoreCounts), Priority = 2)]
    public int Cores { get; set; }

    public static IEnumerable<MeasuredConv2D> Layers =>
        [new(new(64, 28, 28, 1, 32, 3, 3, Same: false), Relu: false), new(new(64, 26, 26, 32, 32, 3, 3, Same: false), Relu: true)];

    public static IEnumerable<int> CoreCounts => Machine.CoreCounts;

    [GlobalSetup]
    public void SetUp()
    {
        var shape = Layer.Shape;
        input = Numbers.Draw(shape.Batch * shape.Height * shape.Width * shape.Channels, 1);
        kernel = Numbers.Draw(shape.KernelHeight * shape.KernelWidth * shape.Channels * shape.Filters, 2);
        bias = Numbers.Draw(shape.Filters, 3);
        outputGradient = Numbers.Draw(Layer.OutputLength, 4);
        output = new float[outputGradient.Length];
        inputGradient = new float[input.Length];
        kernelGradient = new float[kernel.Length];
        biasGradient = new float[bias.Length];
        workspace = new Workspace(Cores);
        Forward();
    }

    [Benchmark]
    [Work(Products = 1)]
    public void Forward() => Conv2D.Forward(Layer.Shape, input, kernel, bias, output, Layer.Relu, workspace);

    [Benchmark]
    [Work(Products = 1)]
    public void KernelGradient() => Conv2D.Backward(
        Layer.Shape, input, kernel, output, outputGradient, [], kernelGradient, biasGradient, Layer.Relu, workspace);

    [Benchmark]
    [Work(Products = 2)]
    public void BothGradients() => Conv2D.Backward(
        Layer.Shape, input, kernel, output, outputGradient, inputGradient, kernelGradient, biasGradient, Layer.Relu, workspace);
}
