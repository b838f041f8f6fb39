using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>A dense layer of the shipped networks.</summary>
public sealed record MeasuredDense(DenseShape Shape) : IMeasuredLayer
{
    public double ProductFlops => 2d * Shape.Batch * Shape.Features * Shape.Units;

    public override string ToString() => FormattableString.Invariant($"{Shape.Batch}x{Shape.Features} -> {Shape.Units}");
}
