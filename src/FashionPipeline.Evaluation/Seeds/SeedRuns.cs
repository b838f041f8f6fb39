using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Evaluation.Seeds;

/// <summary>A model with all of its seeds.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Runs">One run a seed, in the experiment's order, at least one.</param>
public sealed record SeedRuns(string Model, IReadOnlyList<SeedRun> Runs)
{
    /// <summary>The runs of a model of this experiment.</summary>
    public static SeedRuns Of(ModelFindings model) => new(model.Name, [.. model.Runs.Select(SeedRun.Of)]);

    /// <summary>The run with a seed; null where there is none.</summary>
    public SeedRun? Find(ulong seed) => Runs.FirstOrDefault(run => run.Seed == seed);
}
