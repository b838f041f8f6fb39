using System.Text.Json.Nodes;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Reporting.Metrics;

/// <summary>The numbers of one run in <c>metrics.json</c>.</summary>
internal static class RunMetrics
{
    /// <summary>One run as an object.</summary>
    public static JsonObject Describe(RunFindings run, IReadOnlyList<string> names) => new()
    {
        ["seed"] = run.Seed,
        ["accuracy"] = run.Classification.Accuracy,
        ["accuracyInterval"] = Describe(run.Intervals.Accuracy),
        ["calibration"] = new JsonObject
        {
            ["meanConfidence"] = run.Calibration.MeanConfidence,
            ["expectedError"] = run.Calibration.ExpectedError,
            ["maximumError"] = run.Calibration.MaximumError,
        },
        ["overfitting"] = Describe(run.Overfitting),
        ["mostConfidentMistakes"] = new JsonArray([.. run.Mistakes.Take(Findings.ShownImages).Select(mistake => new JsonObject
        {
            ["image"] = mistake.Image,
            ["class"] = names[mistake.Truth],
            ["predicted"] = names[mistake.Predicted],
            ["probability"] = mistake.Confidence,
            ["classProbability"] = mistake.TruthProbability,
        })]),
        ["history"] = new JsonArray([.. run.History.Select(epoch => new JsonObject
        {
            ["epoch"] = epoch.Epoch,
            ["loss"] = epoch.Loss,
            ["accuracy"] = epoch.Accuracy,
            ["validationLoss"] = epoch.ValidationLoss,
            ["validationAccuracy"] = epoch.ValidationAccuracy,
        })]),
        ["classes"] = new JsonArray([.. names.Select((name, label) =>
            Describe(name, run.Classification.Classes[label], run.Intervals.Classes[label], run.PrecisionRecall[label]))]),
        ["macroAverage"] = Describe(run.Classification.MacroAverage),
        ["weightedAverage"] = Describe(run.Classification.WeightedAverage),
        ["confusion"] = new JsonArray([.. Enumerable.Range(0, run.Confusion.Classes).Select(truth => Row(run.Confusion, truth))]),
    };

    private static JsonObject Describe(Overfitting overfitting) => new()
    {
        ["gap"] = overfitting.Gap,
        ["margin"] = overfitting.Margin,
        ["epochOfLowestValidationLoss"] = overfitting.Lowest.Epoch,
        ["isOverfitted"] = overfitting.IsOverfitted,
    };

    private static JsonObject Describe(string name, ClassScores scores, ClassIntervals intervals, PrecisionRecall curve)
    {
        var json = Describe(scores);
        json.Insert(0, "class", name);
        json.Add("precisionInterval", Describe(intervals.Precision));
        json.Add("recallInterval", Describe(intervals.Recall));
        json.Add("averagePrecision", curve.AveragePrecision);
        return json;
    }

    private static JsonObject Describe(ClassScores scores) => new()
    {
        ["precision"] = scores.Precision,
        ["recall"] = scores.Recall,
        ["f1"] = scores.F1,
        ["support"] = scores.Support,
    };

    private static JsonObject Describe(WilsonInterval interval) => new() { ["low"] = interval.Low, ["high"] = interval.High };

    private static JsonArray Row(ConfusionMatrix matrix, int truth) =>
        new([.. Enumerable.Range(0, matrix.Classes).Select(predicted => JsonValue.Create(matrix[truth, predicted]))]);
}
