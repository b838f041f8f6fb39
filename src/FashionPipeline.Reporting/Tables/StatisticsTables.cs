using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Reporting.Tables;

/// <summary>The tables of what the numbers are worth: intervals, tests, calibration, spread over the seeds.</summary>
internal static class StatisticsTables
{
    /// <summary>Share of the test images that each run classified correctly, with its interval.</summary>
    public static CsvTable Accuracies(ReportContent content) => new(
        "accuracies",
        ["model", "seed", "correct", "images", "accuracy", "low", "high", .. Only(content.HasValidationSet, "val_accuracy")],
        from model in content.Models
        from run in model.Runs
        let interval = run.Intervals.Accuracy
        select (object?[])
        [
            model.Name, run.Seed, run.Confusion.Correct, run.Confusion.Total, run.Classification.Accuracy, interval.Low, interval.High,
            .. Only(content.HasValidationSet, (object)run.LastEpoch.ValidationAccuracy),
        ]);

    /// <summary>Mean and standard deviation of the models' last figures over the seeds.</summary>
    public static CsvTable Seeds(ReportContent content) => new(
        "seeds",
        [
            "model", "seeds",
            "accuracy_mean", "accuracy_deviation", "val_accuracy_mean", "val_accuracy_deviation", "val_loss_mean", "val_loss_deviation",
            .. Only(content.HasValidationSet, "test_accuracy_mean", "test_accuracy_deviation"),
        ],
        content.Models.Select(model => (object?[])
        [
            model.Name, model.Runs.Count,
            model.Findings.TrainingAccuracy.Mean, model.Findings.TrainingAccuracy.Deviation,
            model.Findings.ValidationAccuracy.Mean, model.Findings.ValidationAccuracy.Deviation,
            model.Findings.ValidationLoss.Mean, model.Findings.ValidationLoss.Deviation,
            .. Only(content.HasValidationSet, (object?)model.Findings.TestAccuracy.Mean, model.Findings.TestAccuracy.Deviation),
        ]));

    /// <summary>Precision, recall and F1 of each class, with intervals.</summary>
    public static CsvTable Scores(RunFindings run, IReadOnlyList<string> names) => new(
        "classification-report",
        ["class", "precision", "recall", "f1", "support", "precision_low", "precision_high", "recall_low", "recall_high"],
        [
            .. run.Classification.Classes.Select((scores, label) => ScoresRow(names[label], scores, run.Intervals.Classes[label])),
            ScoresRow("macro average", run.Classification.MacroAverage, null),
            ScoresRow("weighted average", run.Classification.WeightedAverage, null),
        ]);

    /// <summary>McNemar's test of the two best models, in one row.</summary>
    public static CsvTable McNemar(ModelComparison comparison)
    {
        var (best, next, test) = comparison;
        return new(
            "mcnemar",
            ["first", "second", "seed", "both_correct", "only_first", "only_second", "neither_correct", "exact", "statistic", "p_value"],
            [
                [
                    best.Name, next.Name, best.FirstRun.Seed,
                    test.BothCorrect, test.OnlyFirst, test.OnlySecond, test.NeitherCorrect, test.IsExact, test.Statistic, test.PValue,
                ],
            ]);
    }

    /// <summary>The mistakes that a model was surest of.</summary>
    public static CsvTable Mistakes(RunFindings run, IReadOnlyList<string> names) => new(
        "confident-mistakes",
        ["image", "true_class", "predicted_class", "probability", "true_class_probability"],
        from mistake in run.Mistakes.Take(Findings.ShownImages)
        select new object[]
        {
            mistake.Image, names[mistake.Truth], names[mistake.Predicted], mistake.Confidence, mistake.TruthProbability,
        });

    /// <summary>Calibration error of each run.</summary>
    public static CsvTable Calibrations(ReportContent content) => new(
        "calibration",
        ["model", "seed", "accuracy", "mean_confidence", "expected_error", "maximum_error"],
        from model in content.Models
        from run in model.Runs
        let errors = run.Calibration
        select new object[]
        {
            model.Name, run.Seed, run.Classification.Accuracy, errors.MeanConfidence, errors.ExpectedError, errors.MaximumError,
        });

    /// <summary>The bins of the reliability diagram.</summary>
    public static CsvTable Reliability(Calibration calibration) => new(
        "reliability-diagram",
        ["low", "high", "count", "correct", "mean_confidence"],
        calibration.Bins.Select(bin => new object[] { bin.Low, bin.High, bin.Count, bin.Correct, bin.Confidence }));

    /// <summary>The precision of each class by recall; empty cells for a class without images.</summary>
    public static CsvTable PrecisionByRecall(RunFindings run, IReadOnlyList<string> names)
    {
        var curves = run.PrecisionRecall.Select(curve => curve.Precisions).ToList();
        return new(
            "precision-recall",
            ["recall", .. names],
            Enumerable.Range(0, PrecisionRecall.Steps).Select(step => (object?[])
            [
                (step + 1d) / PrecisionRecall.Steps, .. curves.Select(curve => step < curve.Count ? (object?)curve[step] : null),
            ]));
    }

    /// <summary>The accuracy of each model that has a section over the images that it is surest of.</summary>
    public static CsvTable Coverages(ReportContent content)
    {
        var models = content.ShownModels.ToList();
        var curves = models.Select(model => model.FirstRun.Coverage.Accuracies).ToList();
        return new(
            "accuracy-by-coverage",
            ["coverage", .. models.Select(model => model.Name)],
            Enumerable.Range(0, Coverage.Steps).Select(step => (object[])
                [(step + 1d) / Coverage.Steps, .. curves.Select(curve => curve[step])]));
    }

    private static IEnumerable<T> Only<T>(bool isThere, params T[] columns) => isThere ? columns : [];

    private static object?[] ScoresRow(string name, ClassScores scores, ClassIntervals? intervals) =>
    [
        name, scores.Precision, scores.Recall, scores.F1, scores.Support,
        intervals?.Precision.Low, intervals?.Precision.High, intervals?.Recall.Low, intervals?.Recall.High,
    ];
}
