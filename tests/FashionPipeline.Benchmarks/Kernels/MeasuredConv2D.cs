using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>A convolution of the shipped networks.</summary>
public sealed record MeasuredConv2D(Conv2DShape Shape, bool Relu) : IMeasuredLayer
{
    public int OutputLength => Shape.Batch * Shape.OutputHeight * Shape.OutputWidth * Shape.Filters;

    public double ProductFlops => 2d * OutputLength * Shape.KernelHeight * Shape.KernelWidth * Shape.Channels;

    public override string ToString() => FormattableString.Invariant(
        $"{Shape.Batch}x{Shape.Height}x{Shape.Width}x{Shape.Channels} -> {Shape.Filters}, {Shape.KernelHeight}x{Shape.KernelWidth}");
}
