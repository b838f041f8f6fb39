using FashionPipeline.Evaluation.Seeds;

namespace FashionPipeline.Reporting.Tables;

/// <summary>The tables of a report's seed beside others.</summary>
internal static class SeedTables
{
    /// <summary>All of them; none where there is nothing to compare.</summary>
    public static IEnumerable<CsvTable> Of(IReadOnlyList<SeedComparison> comparisons) =>
        comparisons.Count == 0 ? [] : [Standings(comparisons), Accuracies(comparisons), Differences(comparisons)];

    private static CsvTable Standings(IReadOnlyList<SeedComparison> comparisons) => new(
        "seed-comparison",
        ["source", "model", "seed", "accuracy", "rank", "seeds", "mean", "deviation", "lowest", "highest", "times_chosen"],
        from comparison in comparisons
        from model in comparison.Models
        select (object?[])
        [
            comparison.Source, model.All.Model, comparison.Seed, model.Own.TestAccuracy, model.Rank, model.All.Runs.Count,
            model.TestAccuracy.Mean, model.TestAccuracy.Deviation, model.Lowest, model.Highest, comparison.TimesChosen(model.All.Model),
        ]);

    private static CsvTable Accuracies(IReadOnlyList<SeedComparison> comparisons) => new(
        "seed-accuracies",
        ["source", "model", "seed", "accuracy"],
        from comparison in comparisons
        from model in comparison.Models
        from run in model.All.Runs
        select (object?[])[comparison.Source, model.All.Model, run.Seed, run.TestAccuracy]);

    private static CsvTable Differences(IReadOnlyList<SeedComparison> comparisons) => new(
        "paired-difference",
        ["source", "first", "second", "seeds", "mean", "deviation", "low", "high"],
        from comparison in comparisons
        where comparison.BestTwo is not null
        let pair = comparison.BestTwo
        let difference = pair.TestAccuracy
        select (object?[])
        [
            comparison.Source, pair.First, pair.Second, pair.Seeds.Count, difference.Spread.Mean, difference.Spread.Deviation,
            difference.Interval?.Low, difference.Interval?.High,
        ]);
}
