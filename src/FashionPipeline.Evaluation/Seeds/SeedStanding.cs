using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Evaluation.Seeds;

/// <summary>Where one seed of a model stands among all of them.</summary>
/// <param name="All">The model with all of its seeds.</param>
/// <param name="Own">The run that is set beside them, one of these.</param>
public sealed record SeedStanding(SeedRuns All, SeedRun Own)
{
    /// <summary>Test accuracy over all seeds.</summary>
    public MeanAndDeviation TestAccuracy { get; } = MeanAndDeviation.Of([.. All.Runs.Select(run => run.TestAccuracy)]);

    /// <summary>The lowest test accuracy.</summary>
    public double Lowest { get; } = All.Runs.Min(run => run.TestAccuracy);

    /// <summary>The highest test accuracy.</summary>
    public double Highest { get; } = All.Runs.Max(run => run.TestAccuracy);

    /// <summary>1 where no seed has a higher test accuracy than this one.</summary>
    public int Rank { get; } = 1 + All.Runs.Count(run => run.TestAccuracy > Own.TestAccuracy);
}
