using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Evaluation.Seeds;

/// <summary>Two models over the seeds that both were trained with.</summary>
/// <param name="First">Name of the first model.</param>
/// <param name="Second">Name of the second model.</param>
/// <param name="Seeds">The seeds.</param>
/// <param name="TestAccuracy">The first model's test accuracy minus the second's.</param>
public sealed record ModelPair(string First, string Second, IReadOnlyList<ulong> Seeds, PairedDifference TestAccuracy)
{
    /// <summary>With how many of the seeds the first model has the higher test accuracy.</summary>
    public required int TimesAhead { get; init; }

    /// <summary>Compares two models.</summary>
    /// <param name="first">The first model.</param>
    /// <param name="second">The second model; it shares a seed with the first at least.</param>
    public static ModelPair Of(SeedRuns first, SeedRuns second)
    {
        var pairs = first.Runs.Join(second.Runs, run => run.Seed, run => run.Seed, (one, other) => (One: one, Other: other)).ToList();
        return new(first.Model, second.Model, [.. pairs.Select(pair => pair.One.Seed)], PairedDifference.Of(
            [.. pairs.Select(pair => pair.One.TestAccuracy)], [.. pairs.Select(pair => pair.Other.TestAccuracy)]))
        {
            TimesAhead = pairs.Count(pair => pair.One.TestAccuracy > pair.Other.TestAccuracy),
        };
    }
}
