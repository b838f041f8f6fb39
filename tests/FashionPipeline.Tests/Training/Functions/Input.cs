using FashionPipeline.Tests.Numerics.Kernels;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>What enters an operation.</summary>
internal sealed record Input(float[] Values, long[] Shape)
{
    /// <summary>Whether its gradient is asked for.</summary>
    public bool NeedsGradient { get; init; } = true;

    /// <summary>Numbers in [-1, 1), the same for the same seed.</summary>
    public static Input Random(ulong seed, params long[] shape) =>
        new(Numbers.Random((int)shape.Aggregate(1L, (product, size) => product * size), seed), shape);
}
