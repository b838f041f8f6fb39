using System.Text.Json.Nodes;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Metrics;

/// <summary>The report's numbers as JSON, in a fixed order and in full: every double reads back as it was.</summary>
public static class MetricsFile
{
    /// <summary>A model's accuracy on the test images, where that on the validation images is another one.</summary>
    internal const string TestAccuracy = "testAccuracy";

    /// <summary>A model's accuracy on the validation images, which are the test images where there are no others.</summary>
    internal const string ValidationAccuracy = "validationAccuracy";

    /// <summary>A model's loss on these images.</summary>
    internal const string ValidationLoss = "validationLoss";

    /// <summary>Writes <c>metrics.json</c>.</summary>
    public static byte[] ToBytes(ReportContent content) => JsonText.ToBytes(Describe(content));

    private static JsonObject Describe(ReportContent content)
    {
        var json = Numbers(content);
        if (content.Data.Validation is { } validation)
        {
            AddTest(json, content, validation.Count);
        }

        if (content.SeedComparisons.Count > 0)
        {
            json.Add("seedComparisons", new JsonArray([.. content.SeedComparisons.Select(SeedMetrics.Describe)]));
        }

        if (content.FailedRuns.Count > 0)
        {
            json.Add("failedRuns", new JsonArray([.. content.FailedRuns.Select(run =>
                new JsonObject { ["model"] = run.Model, ["seed"] = run.Seed, ["reason"] = run.Reason })]));
        }

        return json;
    }

    // Without a validation set "validation" is the test set, and its numbers are there already.
    private static void AddTest(JsonObject json, ReportContent content, int validationImages)
    {
        var dataSet = json["dataSet"]!.AsObject();
        dataSet.Insert(dataSet.IndexOf("testImages"), "validationImages", validationImages);
        foreach (var (place, model) in content.Models.Index())
        {
            var described = json["models"]![place]!.AsObject();
            described.Insert(described.IndexOf("runs"), TestAccuracy, Describe(model.Findings.TestAccuracy));
        }
    }

    private static JsonObject Numbers(ReportContent content) => new()
    {
        ["experiment"] = content.Experiment,
        ["dataSet"] = new JsonObject
        {
            ["name"] = content.DataSet.Name,
            ["synthetic"] = content.DataSet.IsSynthetic,
            ["trainingImages"] = content.Data.Train.Count,
            ["testImages"] = content.Data.Test.Count,
            ["classes"] = content.DataSet.LabelNames.Count,
        },
        ["models"] = new JsonArray([.. content.Models.Select(model => Describe(model, content.DataSet.LabelNames))]),
        ["selection"] = new JsonObject
        {
            ["criterion"] = content.Findings.Selection.Criterion.ToString(),
            ["model"] = content.Findings.Selection.Model,
            ["winners"] = new JsonArray([.. content.Findings.Selection.Winners.Select(winner => new JsonObject
            {
                ["criterion"] = winner.Criterion.ToString(),
                ["model"] = winner.Model,
                ["value"] = winner.Value,
            })]),
        },
        ["mcNemar"] = content.Findings.Comparison is { } comparison ? Describe(comparison) : null,
        ["embedding"] = content.Embedding is { } embedding ? Describe(embedding) : null,
    };

    private static JsonObject Describe(ModelContent model, IReadOnlyList<string> labelNames) => new()
    {
        ["name"] = model.Name,
        ["inputScaling"] = model.InputScaling,
        ["parameters"] = model.Parameters,
        ["trainingAccuracy"] = Describe(model.Findings.TrainingAccuracy),
        [ValidationAccuracy] = Describe(model.Findings.ValidationAccuracy),
        [ValidationLoss] = Describe(model.Findings.ValidationLoss),
        ["runs"] = new JsonArray([.. model.Runs.Select(run => RunMetrics.Describe(run, labelNames))]),
    };

    private static JsonObject Describe(MeanAndDeviation spread)
    {
        var json = new JsonObject { ["mean"] = spread.Mean };
        if (spread.Deviation is { } deviation)
        {
            json.Add("standardDeviation", deviation);
        }

        return json;
    }

    private static JsonObject Describe(ModelComparison comparison)
    {
        var (best, next, test) = comparison;
        var json = new JsonObject
        {
            ["first"] = best.Name,
            ["second"] = next.Name,
            ["seed"] = best.FirstRun.Seed,
            ["bothCorrect"] = test.BothCorrect,
            ["onlyFirst"] = test.OnlyFirst,
            ["onlySecond"] = test.OnlySecond,
            ["neitherCorrect"] = test.NeitherCorrect,
            ["exact"] = test.IsExact,
        };
        if (test.Statistic is { } statistic)
        {
            json.Add("statistic", statistic);
        }

        json.Add("pValue", test.PValue);
        return json;
    }

    private static JsonObject Describe(EmbeddingContent embedding) => new()
    {
        ["points"] = embedding.Labels.Length,
        ["neighbours"] = embedding.Options.Neighbours,
        ["components"] = embedding.Result.Components,
        ["nonZeros"] = embedding.Result.NonZeros,
        ["eigenvalues"] = new JsonArray([.. embedding.Result.Eigenvalues.Select(value => JsonValue.Create(value))]),
    };
}
