using System.Text.Json;
using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Reporting.Metrics;

/// <summary>The models of a <c>metrics.json</c> with what they reached with each seed.</summary>
public static class SeedRunsJson
{
    /// <summary>The models of a file, in its order.</summary>
    /// <param name="metrics">The bytes of <c>metrics.json</c>.</param>
    /// <exception cref="JsonException">It is no JSON, or lacks something.</exception>
    public static IReadOnlyList<SeedRuns> Read(byte[] metrics) =>
        [.. MetricsJson.Items(MetricsJson.Parse(metrics), "models").Select(Model)];

    private static SeedRuns Model(JsonElement model)
    {
        var name = MetricsJson.Text(MetricsJson.Require(model, "name"))!;
        var runs = MetricsJson.Items(model, "runs").Select(Run).ToList();
        return runs.Count > 0 ? new(name, runs) : throw new JsonException($"The model '{name}' has no runs.");
    }

    private static SeedRun Run(JsonElement run)
    {
        var seed = MetricsJson.Require(run, "seed");
        var history = MetricsJson.Items(run, "history").Select(Epoch).ToList();
        return MetricsJson.IsNumber(seed) && seed.TryGetUInt64(out var number) && history.Count > 0
            ? new(number, MetricsJson.RequireNumber(run, "accuracy"), history)
            : throw new JsonException($"The run with seed {seed.GetRawText()} has no such seed, or no epochs.");
    }

    private static EpochFigures Epoch(JsonElement epoch) => new(
        (int)MetricsJson.RequireNumber(epoch, "epoch"), MetricsJson.RequireNumber(epoch, "loss"),
        MetricsJson.RequireNumber(epoch, "accuracy"),
        MetricsJson.RequireNumber(epoch, "validationLoss"), MetricsJson.RequireNumber(epoch, "validationAccuracy"));
}
