using System.Globalization;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Summary;
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
        yield return StatisticsTables.Accuracies(content);
        if (content.Models.Any(model => model.Runs.Count > 1))
        {
            yield return StatisticsTables.Seeds(content);
        }

        if (content.Findings.Comparison is { } comparison)
        {
            yield return StatisticsTables.McNemar(comparison);
        }

        yield return ImageTables.Samples(content);
        yield return ImageTables.Correct(best, names);
        yield return ImageTables.Incorrect(best, names);
        yield return LabelCorrect(best.Classification, names);
        yield return StatisticsTables.Scores(best, names);
        yield return Confusion(best.Confusion, names);
        yield return Pairs(best, names);
        yield return StatisticsTables.Mistakes(best, names);
        yield return StatisticsTables.Calibrations(content);
        yield return StatisticsTables.Reliability(best.Calibration);
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

    private static CsvTable History(ModelContent model, RunFindings run) => new(
        $"history-{model.Name}-{run.Seed.ToString(CultureInfo.InvariantCulture)}",
        ["epoch", "loss", "accuracy", "val_loss", "val_accuracy"],
        run.History.Select(epoch => new[]
        {
            Words.Count(epoch.Epoch), Words.Exact(epoch.Loss), Words.Exact(epoch.Accuracy), Words.Exact(epoch.ValidationLoss), Words.Exact(epoch.ValidationAccuracy),
        }));

    private static CsvTable Selection(ReportContent content) => new(
        "selection",
        ["criterion", "model", "value", "is_rule"],
        content.Findings.Selection.Winners.Select(winner => new[]
        {
            winner.Criterion.ToString(), winner.Model, Words.Exact(winner.Value), winner.Criterion == content.Findings.Selection.Criterion ? "true" : "false",
        }));

    private static CsvTable LabelCorrect(ClassificationReport report, IReadOnlyList<string> names) => new(
        "label-percent-correct",
        ["label", "class", "share"],
        report.Classes.Select((scores, label) => new[] { Words.Count(label), names[label], Words.Exact(scores.Recall) }));

    private static CsvTable Confusion(ConfusionMatrix matrix, IReadOnlyList<string> names) => new(
        "confusion-matrix",
        ["true_class", .. names],
        names.Select((name, truth) => (IReadOnlyList<string>)[name, .. names.Select((_, predicted) => Words.Count(matrix[truth, predicted]))]));

    private static CsvTable Pairs(RunFindings run, IReadOnlyList<string> names) => new(
        "confused-pairs",
        ["true_class", "predicted_class", "count"],
        run.ConfusedPairs.Select(pair => new[] { names[pair.Truth], names[pair.Predicted], Words.Count(pair.Count) }));

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
