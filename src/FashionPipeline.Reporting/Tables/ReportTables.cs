using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
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
        yield return Selection(content.Findings.Selection);
        yield return StatisticsTables.Accuracies(content);
        if (content.Models.Any(model => model.Runs.Count > 1))
        {
            yield return StatisticsTables.Seeds(content);
        }

        if (content.Findings.Comparison is { } comparison)
        {
            yield return StatisticsTables.McNemar(comparison);
        }

        foreach (var table in SeedTables.Of(content.SeedComparisons).Concat(StudyTables.Of(content)))
        {
            yield return table;
        }

        yield return Samples(content);
        yield return Outcomes("correct-predictions", best.Outcomes.Correct, best.Predictions, names);
        yield return Outcomes("incorrect-predictions", best.Outcomes.Incorrect, best.Predictions, names);
        yield return LabelCorrect(best.Classification, names);
        yield return StatisticsTables.Scores(best, names);
        yield return Confusion(best.Confusion, names);
        yield return Pairs(best, names);
        yield return StatisticsTables.Mistakes(best, names);
        yield return StatisticsTables.Calibrations(content);
        yield return StatisticsTables.Reliability(best.Calibration);
        yield return StatisticsTables.PrecisionByRecall(best, names);
        yield return StatisticsTables.Coverages(content);
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
        ["name", "kind", "settings", "output_shape", "parameters"],
        model.Layers.Select(layer => new object[] { layer.Name, layer.Kind, layer.Words, layer.OutputShape, layer.Parameters }));

    private static CsvTable History(ModelContent model, RunFindings run) => new(
        $"history-{model.Name}-{run.Seed}",
        ["epoch", "loss", "accuracy", "val_loss", "val_accuracy"],
        from epoch in run.History
        select new object[] { epoch.Epoch, epoch.Loss, epoch.Accuracy, epoch.ValidationLoss, epoch.ValidationAccuracy });

    private static CsvTable Selection(SelectionResult selection) => new(
        "selection",
        ["criterion", "model", "value", "is_rule"],
        selection.Winners.Select(winner => new object[]
        {
            winner.Criterion, winner.Model, winner.Value, winner.Criterion == selection.Criterion,
        }));

    private static CsvTable Samples(ReportContent content) => new(
        "samples",
        ["image", "class"],
        content.Findings.Samples.Select(image => new object[] { image, content.DataSet.LabelNames[content.Data.Train.Labels[image]] }));

    private static CsvTable Outcomes(string name, IReadOnlyList<int> images, Predictions predictions, IReadOnlyList<string> names)
    {
        var predicted = predictions.PredictedLabels;
        return new(
            name,
            ["image", "true_class", "predicted_class"],
            from image in images.Take(Findings.ShownImages)
            select new object[] { image, names[predictions.Labels[image]], names[predicted[image]] });
    }

    private static CsvTable LabelCorrect(ClassificationReport report, IReadOnlyList<string> names) => new(
        "label-percent-correct",
        ["label", "class", "share"],
        report.Classes.Select((scores, label) => new object[] { label, names[label], scores.Recall }));

    private static CsvTable Confusion(ConfusionMatrix matrix, IReadOnlyList<string> names) => new(
        "confusion-matrix",
        ["true_class", .. names],
        names.Select((name, truth) => (object[])[name, .. names.Select((_, predicted) => matrix[truth, predicted])]));

    private static CsvTable Pairs(RunFindings run, IReadOnlyList<string> names) => new(
        "confused-pairs",
        ["true_class", "predicted_class", "count"],
        run.ConfusedPairs.Select(pair => new object[] { names[pair.Truth], names[pair.Predicted], pair.Count }));

    private static CsvTable Embedding(EmbeddingContent embedding) => new(
        "spectral-embedding",
        ["index", "x", "y", "label"],
        from row in embedding.Labels.Index()
        select new object[] { row.Index, embedding.Coordinate(row.Index, 0), embedding.Coordinate(row.Index, 1), row.Item });

    private static CsvTable Comparison(ReportContent content, PublishedResults published) => new(
        "source-comparison",
        ["quantity", "source", "here"],
        SourceComparison.Of(content, published).Select(number => new object[] { number.Quantity, number.Source, number.Here }));
}
