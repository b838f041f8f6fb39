using System.Text.Json.Nodes;
using FashionPipeline.Evaluation.Seeds;

namespace FashionPipeline.Reporting.Metrics;

/// <summary>The seeds that a report's run is set beside, in <c>metrics.json</c>.</summary>
internal static class SeedMetrics
{
    /// <summary>One comparison as an object.</summary>
    public static JsonObject Describe(SeedComparison comparison) => new()
    {
        ["name"] = comparison.Source,
        ["seed"] = comparison.Seed,
        ["models"] = new JsonArray([.. comparison.Models.Select(model => Describe(model, comparison))]),
        ["leftOut"] = new JsonArray([.. comparison.LeftOut.Select(model =>
            new JsonObject { ["name"] = model.Key, ["reason"] = model.Value.ToString() })]),
        ["pairedDifference"] = comparison.BestTwo is { } pair ? Describe(pair) : null,
    };

    private static JsonObject Describe(SeedStanding model, SeedComparison comparison) => new()
    {
        ["name"] = model.All.Model,
        ["accuracy"] = model.Own.TestAccuracy,
        ["rank"] = model.Rank,
        ["seeds"] = model.All.Runs.Count,
        ["mean"] = model.TestAccuracy.Mean,
        ["standardDeviation"] = model.TestAccuracy.Deviation,
        ["lowest"] = model.Lowest,
        ["highest"] = model.Highest,
        ["timesChosen"] = comparison.TimesChosen(model.All.Model),
    };

    private static JsonObject Describe(ModelPair pair) => new()
    {
        ["first"] = pair.First,
        ["second"] = pair.Second,
        ["seeds"] = pair.Seeds.Count,
        ["mean"] = pair.TestAccuracy.Spread.Mean,
        ["standardDeviation"] = pair.TestAccuracy.Spread.Deviation,
        ["low"] = pair.TestAccuracy.Interval?.Low,
        ["high"] = pair.TestAccuracy.Interval?.High,
    };
}
