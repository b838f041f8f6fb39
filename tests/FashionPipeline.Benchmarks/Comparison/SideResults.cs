using FashionPipeline.Benchmarks.Results;

namespace FashionPipeline.Benchmarks.Comparison;

/// <summary>All runs of one side.</summary>
/// <param name="Side">The side.</param>
/// <param name="Runs">A run a round, in their order.</param>
internal sealed record SideResults(Side Side, IReadOnlyList<JobResult> Runs)
{
    /// <summary>A measure over the rounds.</summary>
    public MedianAndRange Summarise(Measure measure) => MedianAndRange.Of(Runs.Select(run => run.Values[measure.Name]));
}
