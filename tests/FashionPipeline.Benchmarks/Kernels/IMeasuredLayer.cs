namespace FashionPipeline.Benchmarks.Kernels;

/// <summary>A parameter of benchmarks: a layer of a certain size.</summary>
public interface IMeasuredLayer
{
    /// <summary>
    /// Floating-point operations of its forward pass, and of each of its two gradients; a fused multiply-add counts as two.
    /// </summary>
    double ProductFlops { get; }
}
