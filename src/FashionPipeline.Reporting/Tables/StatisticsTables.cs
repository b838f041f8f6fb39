using System.Globalization;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Tables;

/// <summary>The tables of what the numbers are worth: intervals, tests, calibration, spread over the seeds.</summary>
internal static class StatisticsTables
{
    /// <summary>Share of the test images that each run classified correctly, with its interval.</summary>
    public static CsvTable Accuracies(ReportContent content) => new(
        "accuracies",
        ["model", "seed", "correct", "images", "accuracy", "low", "high"],
        from model in content.Models
        from run in model.Runs
        let interval = run.Intervals.Accuracy
        select new[]
        {
            model.Name, run.Seed.ToString(CultureInfo.InvariantCulture), Words.Count(run.Confusion.Correct), Words.Count(run.Confusion.Total),
            Words.Exact(run.Classification.Accuracy), Words.Exact(interval.Low), Words.Exact(interval.High),
        });

    /// <summary>Mean and standard deviation of the models' last figures over the seeds.</summary>
    public static CsvTable Seeds(ReportContent content) => new(
        "seeds",
        ["model", "seeds", "accuracy_mean", "accuracy_deviation", "val_accuracy_mean", "val_accuracy_deviation", "val_loss_mean", "val_loss_deviation"],
        content.Models.Select(model => new[]
        {
            model.Name, Words.Count(model.Runs.Count),
            Words.Exact(model.Findings.TrainingAccuracy.Mean), Optional(model.Findings.TrainingAccuracy.Deviation),
            Words.Exact(model.Findings.ValidationAccuracy.Mean), Optional(model.Findings.ValidationAccuracy.Deviation),
            Words.Exact(model.Findings.ValidationLoss.Mean), Optional(model.Findings.ValidationLoss.Deviation),
        }));

    /// <summary>Precision, recall and F1 of each class, with intervals.</summary>
    public static CsvTable Scores(RunFindings run, IReadOnlyList<string> names)
    {
        var report = run.Classification;
        var intervals = run.Intervals.Classes;
        return new(
            "classification-report",
            ["class", "precision", "recall", "f1", "support", "precision_low", "precision_high", "recall_low", "recall_high"],
            report.Classes.Select((scores, label) => ScoresRow(names[label], scores, intervals[label]))
                .Append(ScoresRow("macro average", report.MacroAverage, null))
                .Append(ScoresRow("weighted average", report.WeightedAverage, null)));
    }

    /// <summary>McNemar's test of the two best models, in one row.</summary>
    public static CsvTable McNemar(ModelComparison comparison) => new(
        "mcnemar",
        ["first", "second", "seed", "both_correct", "only_first", "only_second", "neither_correct", "exact", "statistic", "p_value"],
        [
            new[]
            {
                comparison.Best.Name, comparison.Next.Name, comparison.Best.FirstRun.Seed.ToString(CultureInfo.InvariantCulture),
                Words.Count(comparison.Test.BothCorrect), Words.Count(comparison.Test.OnlyFirst), Words.Count(comparison.Test.OnlySecond),
                Words.Count(comparison.Test.NeitherCorrect), comparison.Test.IsExact ? "true" : "false",
                Optional(comparison.Test.Statistic), Words.Exact(comparison.Test.PValue),
            },
        ]);

    /// <summary>The mistakes that a model was surest of.</summary>
    public static CsvTable Mistakes(RunFindings run, IReadOnlyList<string> names) => new(
        "confident-mistakes",
        ["image", "true_class", "predicted_class", "probability", "true_class_probability"],
        run.Mistakes.Take(Findings.ShownImages).Select(mistake => new[]
        {
            Words.Count(mistake.Image), names[mistake.Truth], names[mistake.Predicted], Words.Exact(mistake.Confidence), Words.Exact(mistake.TruthProbability),
        }));

    /// <summary>Calibration error of each run.</summary>
    public static CsvTable Calibrations(ReportContent content) => new(
        "calibration",
        ["model", "seed", "accuracy", "mean_confidence", "expected_error", "maximum_error"],
        from model in content.Models
        from run in model.Runs
        let calibration = run.Calibration
        select new[]
        {
            model.Name, run.Seed.ToString(CultureInfo.InvariantCulture), Words.Exact(run.Classification.Accuracy),
            Words.Exact(calibration.MeanConfidence), Words.Exact(calibration.ExpectedError), Words.Exact(calibration.MaximumError),
        });

    /// <summary>The bins of the reliability diagram.</summary>
    public static CsvTable Reliability(Calibration calibration) => new(
        "reliability-diagram",
        ["low", "high", "count", "correct", "mean_confidence"],
        calibration.Bins.Select(bin => new[]
        {
            Words.Exact(bin.Low), Words.Exact(bin.High), Words.Count(bin.Count), Words.Count(bin.Correct), Words.Exact(bin.Confidence),
        }));

    private static string[] ScoresRow(string name, ClassScores scores, ClassIntervals? intervals) =>
    [
        name, Words.Exact(scores.Precision), Words.Exact(scores.Recall), Words.Exact(scores.F1), Words.Count(scores.Support),
        Optional(intervals?.Precision.Low), Optional(intervals?.Precision.High), Optional(intervals?.Recall.Low), Optional(intervals?.Recall.High),
    ];

    private static string Optional(double? number) => number is { } value ? Words.Exact(value) : string.Empty;
}
