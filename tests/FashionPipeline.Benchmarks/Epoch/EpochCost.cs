using FashionPipeline.Benchmarks.Results;

namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>What an epoch of a model costs.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Operations">Its kernels, each by itself; the median of several epochs.</param>
/// <param name="Whole">Seconds of an epoch of the trainer.</param>
internal sealed record EpochCost(string Model, IReadOnlyList<OperationTime> Operations, MedianAndRange Whole)
{
    /// <summary>Operations of all direct convolutions and dense products.</summary>
    public double Flops => Operations.Sum(operation => operation.Flops);

    /// <summary>Seconds of all kernels.</summary>
    public double KernelSeconds => Operations.Sum(operation => operation.Seconds);
}
