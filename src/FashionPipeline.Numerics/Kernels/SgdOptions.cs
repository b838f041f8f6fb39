namespace FashionPipeline.Numerics.Kernels;

/// <summary>The constants of <see cref="Sgd"/>.</summary>
public sealed record SgdOptions
{
    /// <summary>What is kept of the velocity μ a step, from 0 to below 1.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether the gradient's own step is taken ahead of the velocity.</summary>
    public bool IsNesterov { get; init; }
}
