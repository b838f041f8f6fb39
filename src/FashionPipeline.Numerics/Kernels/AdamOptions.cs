namespace FashionPipeline.Numerics.Kernels;

/// <summary>The constants of <see cref="Adam"/>, by default Keras's.</summary>
public sealed record AdamOptions
{
    /// <summary>Decay β1 of the first moment a step, from 0 to below 1.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>Decay β2 of the second moment a step, from 0 to below 1.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>What keeps the divisor from 0, the paper's "epsilon hat".</summary>
    public double Epsilon { get; init; } = 1e-7;
}
