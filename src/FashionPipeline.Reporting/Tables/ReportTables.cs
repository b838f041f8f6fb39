using System.Globalization;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Tables;

/// <summary>The tables that a report leaves as files.</summary>
public static class ReportTables
{
    /// <summary>All tables, made from the content alone. Those of predictions are of the best model's first run.</summary>
    public static IEnumerable<CsvTable> Of(ReportContent content)
    {
        foreach (var model in content.Models)
        {
            yield return Layers(model);
            foreach (var run in model.Runs)
            {
                yield return History(model, run);
            }
        }

        var best = content.BestModel.FirstRun;
        var names = content.DataSet.LabelNames;
        yield return Selection(content);
        yield return Accuracies(content);
        if (content.Models.Any(model => model.Runs.Count > 1))
        {
            yield return Seeds(content);
        }

        if (ModelComparison.Of(content) is { } comparison)
        {
            yield return McNemar(comparison);
        }

        yield return LabelCorrect(best.Classification, names);
        yield return Scores(best, names);
        yield return Confusion(best.Confusion, names);
        yield return Pairs(best.Confusion, names);
        yield return Mistakes(best.Predictions, names);
        yield return Calibrations(content);
        yield return Reliability(Calibration.Of(best.Predictions));
        if (content.Embedding is { } embedding)
        {
            yield return Embedding(embedding);
        }

        if (content.Published is { } published)
        {
            yield return Comparison(content, published);
        }
    }

    private static CsvTable Layers(ModelContent model) => new(
        $"layers-{model.Name}",
        ["name", "kind", "output_shape", "parameters"],
        model.Layers.Select(layer => new[] { layer.Name, layer.Kind, layer.OutputShape, Words.Count(layer.Parameters) }));

    private static CsvTable History(ModelContent model, RunContent run) => new(
        $"history-{model.Name}-{run.Seed.ToString(CultureInfo.InvariantCulture)}",
        ["epoch", "loss", "accuracy", "val_loss", "val_accuracy"],
        run.History.Select(epoch => new[]
        {
            Words.Count(epoch.Epoch), Words.Exact(epoch.Loss), Words.Exact(epoch.Accuracy), Words.Exact(epoch.ValidationLoss), Words.Exact(epoch.ValidationAccuracy),
        }));

    private static CsvTable Selection(ReportContent content) => new(
        "selection",
        ["criterion", "model", "value", "is_rule"],
        content.Selection.Winners.Select(winner => new[]
        {
            winner.Criterion.ToString(), winner.Model, Words.Exact(winner.Value), winner.Criterion == content.Selection.Criterion ? "true" : "false",
        }));

    private static CsvTable LabelCorrect(ClassificationReport report, IReadOnlyList<string> names) => new(
        "label-percent-correct",
        ["label", "class", "share"],
        report.Classes.Select((scores, label) => new[] { Words.Count(label), names[label], Words.Exact(scores.Recall) }));

    private static CsvTable Accuracies(ReportContent content) => new(
        "accuracies",
        ["model", "seed", "correct", "images", "accuracy", "low", "high"],
        from model in content.Models
        from run in model.Runs
        let interval = ClassificationIntervals.Of(run.Confusion).Accuracy
        select new[]
        {
            model.Name, run.Seed.ToString(CultureInfo.InvariantCulture), Words.Count(run.Confusion.Correct), Words.Count(run.Confusion.Total),
            Words.Exact(run.Classification.Accuracy), Words.Exact(interval.Low), Words.Exact(interval.High),
        });

    private static CsvTable Seeds(ReportContent content) => new(
        "seeds",
        ["model", "seeds", "accuracy_mean", "accuracy_deviation", "val_accuracy_mean", "val_accuracy_deviation", "val_loss_mean", "val_loss_deviation"],
        content.Models.Select(model => new[]
        {
            model.Name, Words.Count(model.Runs.Count),
            Words.Exact(model.TrainingAccuracy.Mean), Optional(model.TrainingAccuracy.Deviation),
            Words.Exact(model.ValidationAccuracy.Mean), Optional(model.ValidationAccuracy.Deviation),
            Words.Exact(model.ValidationLoss.Mean), Optional(model.ValidationLoss.Deviation),
        }));

    private static CsvTable Scores(RunContent run, IReadOnlyList<string> names)
    {
        var report = run.Classification;
        var intervals = ClassificationIntervals.Of(run.Confusion).Classes;
        return new(
            "classification-report",
            ["class", "precision", "recall", "f1", "support", "precision_low", "precision_high", "recall_low", "recall_high"],
            report.Classes.Select((scores, label) => ScoresRow(names[label], scores, intervals[label]))
                .Append(ScoresRow("macro average", report.MacroAverage, null))
                .Append(ScoresRow("weighted average", report.WeightedAverage, null)));
    }

    private static string[] ScoresRow(string name, ClassScores scores, ClassIntervals? intervals) =>
    [
        name, Words.Exact(scores.Precision), Words.Exact(scores.Recall), Words.Exact(scores.F1), Words.Count(scores.Support),
        Optional(intervals?.Precision.Low), Optional(intervals?.Precision.High), Optional(intervals?.Recall.Low), Optional(intervals?.Recall.High),
    ];

    private static string Optional(double? number) => number is { } value ? Words.Exact(value) : string.Empty;

    private static CsvTable Confusion(ConfusionMatrix matrix, IReadOnlyList<string> names) => new(
        "confusion-matrix",
        ["true_class", .. names],
        names.Select((name, truth) => (IReadOnlyList<string>)[name, .. names.Select((_, predicted) => Words.Count(matrix[truth, predicted]))]));

    private static CsvTable Pairs(ConfusionMatrix matrix, IReadOnlyList<string> names) => new(
        "confused-pairs",
        ["true_class", "predicted_class", "count"],
        ConfusedPairs.Of(matrix).Select(pair => new[] { names[pair.Truth], names[pair.Predicted], Words.Count(pair.Count) }));

    private static CsvTable Mistakes(Predictions predictions, IReadOnlyList<string> names) => new(
        "confident-mistakes",
        ["image", "true_class", "predicted_class", "probability", "true_class_probability"],
        Mistake.MostConfidentOf(predictions).Take(MistakesSection.Most).Select(mistake => new[]
        {
            Words.Count(mistake.Image), names[mistake.Truth], names[mistake.Predicted], Words.Exact(mistake.Confidence), Words.Exact(mistake.TruthProbability),
        }));

    private static CsvTable McNemar(ModelComparison comparison) => new(
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

    private static CsvTable Calibrations(ReportContent content) => new(
        "calibration",
        ["model", "seed", "accuracy", "mean_confidence", "expected_error", "maximum_error"],
        from model in content.Models
        from run in model.Runs
        let calibration = Calibration.Of(run.Predictions)
        select new[]
        {
            model.Name, run.Seed.ToString(CultureInfo.InvariantCulture), Words.Exact(run.Classification.Accuracy),
            Words.Exact(calibration.MeanConfidence), Words.Exact(calibration.ExpectedError), Words.Exact(calibration.MaximumError),
        });

    private static CsvTable Reliability(Calibration calibration) => new(
        "reliability-diagram",
        ["low", "high", "count", "correct", "mean_confidence"],
        calibration.Bins.Select(bin => new[]
        {
            Words.Exact(bin.Low), Words.Exact(bin.High), Words.Count(bin.Count), Words.Count(bin.Correct), Words.Exact(bin.Confidence),
        }));

    private static CsvTable Embedding(EmbeddingContent embedding)
    {
        var dimensions = embedding.Result.Dimensions;
        string Coordinate(int point, int axis) => axis < dimensions ? Words.Exact(embedding.Result.Coordinates[(point * dimensions) + axis]) : "0";
        return new(
            "spectral-embedding",
            ["index", "x", "y", "label"],
            embedding.Labels.Select((label, point) => new[] { Words.Count(point), Coordinate(point, 0), Coordinate(point, 1), Words.Count(label) }));
    }

    private static CsvTable Comparison(ReportContent content, PublishedResults published) => new(
        "source-comparison",
        ["quantity", "source", "here"],
        SourceComparison.Of(content, published).Select(number => new[] { number.Quantity, Words.Exact(number.Source), Words.Exact(number.Here) }));
}
