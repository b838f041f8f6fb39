using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>What the best model said of the test images: samples, share of each class, confusion matrix.</summary>
internal static class PredictionSections
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        AddSamples(builder, content);
        AddLabelCorrect(builder, content);
        AddConfusion(builder, content);
    }

    private static void AddSamples(DocumentBuilder builder, ReportContent content)
    {
        var run = content.BestModel.FirstRun;
        var predicted = run.Predictions.PredictedLabels;
        var labels = run.Predictions.Labels;
        var names = content.DataSet.LabelNames;
        var outcomes = run.Outcomes;
        var (correct, incorrect) = (outcomes.Correct, outcomes.Incorrect);
        string Title(int index) => $"Class: {Wording.Short(names[labels[index]])}\nPredicted: {Wording.Short(names[predicted[index]])}";

        var (right, wrong) = (Reference.ToFigure(), Reference.ToFigure());
        builder.Section("Best model predictions");
        builder.Paragraph(
            $"{Wording.Of(content.BestModel)}, seed {run.Seed}, classified {Wording.Thousands(correct.Count)} of "
            + $"{Wording.Thousands(labels.Length)} test images correctly and {Wording.Thousands(incorrect.Count)} incorrectly. "
            + $"{right} and {wrong} show the first of each.");
        builder.Figure(
            right,
            correct.Count == 0 ? "No image was classified correctly." : "The first test images that were classified correctly.",
            ImageGrid.Create("correct-predictions", "Correct Predictions", content.Data.Test, correct, Title, 2));
        builder.Figure(
            wrong,
            incorrect.Count == 0 ? "No image was classified incorrectly." : "The first test images that were classified incorrectly.",
            ImageGrid.Create("incorrect-predictions", "Incorrect Predictions", content.Data.Test, incorrect, Title, 2));
    }

    private static void AddLabelCorrect(DocumentBuilder builder, ReportContent content)
    {
        var report = content.BestModel.FirstRun.Classification;
        var names = content.DataSet.LabelNames;
        var (table, bars, curves) = (Reference.ToTable(), Reference.ToFigure(), Reference.ToFigure());
        builder.Section("Label percent correct");
        builder.Paragraph($"{Extremes(report, names)} {table} has the scores of each class, {bars} draws the shares.");
        ClassScoresTable.AddTo(builder, table, content);
        builder.Figure(
            bars,
            $"Share of each class that was classified correctly, with its 95% interval. The axis begins at "
                + $"{Wording.Percent(LabelCorrectDots.Base(content.BestModel.FirstRun), 0)}.",
            LabelCorrectDots.Create(content.BestModel.FirstRun, names));
        builder.Paragraph($"A higher threshold for the probability of a class makes answers more precise, and finds fewer of its images: "
            + $"{curves} has both for every threshold.");
        builder.Figure(
            curves,
            names.Count > PrecisionRecallCurves.MostClasses
                ? $"Precision by recall of the {PrecisionRecallCurves.MostClasses} classes with the lowest average precision."
                : "Precision by recall of each class against all others, with its average precision; the lowest first.",
            PrecisionRecallCurves.Create(content.BestModel.FirstRun.PrecisionRecall, names));
    }

    private static string Extremes(ClassificationReport report, IReadOnlyList<string> names)
    {
        var shares = report.Classes.Index().Where(row => row.Item.Support > 0).ToLookup(row => row.Item.Recall, row => names[row.Index]);
        var (most, least) = (shares.MaxBy(group => group.Key)!, shares.MinBy(group => group.Key)!);
        return most.Key == least.Key
            ? $"Every class was classified correctly equally often ({Wording.Percent(most.Key, 1)})."
            : $"{Wording.List(most)} {(most.Count() == 1 ? "was" : "were")} classified correctly most often "
                + $"({Wording.Percent(most.Key, 1)}), {Wording.List(least)} least often ({Wording.Percent(least.Key, 1)}).";
    }

    private static void AddConfusion(DocumentBuilder builder, ReportContent content)
    {
        var matrix = content.BestModel.FirstRun.Confusion;
        var names = content.DataSet.LabelNames;
        var (map, counts) = (Reference.ToFigure(), Reference.ToTable());
        Prose andCounts = $", {counts} its counts";
        builder.Section("Confusion matrix");
        builder.Paragraph($"{map} shows the confusion matrix{(ConfusionTable.Fits(names) ? andCounts : "")}.");
        ConfusionTable.AddTo(
            builder,
            counts,
            $"Confusion matrix of {Wording.OfFirstRun(content.BestModel)}: true class by row, predicted class by column.",
            names,
            (truth, predicted) => $"{matrix[truth, predicted]}",
            "confusion-matrix");
        builder.Figure(
            map,
            "The confusion matrix. Colours are the share of the true class, on a square-root scale.",
            ConfusionHeatMap.Create(matrix, names));
        ConfusionObservations.AddTo(builder, content.BestModel.FirstRun, names);
    }
}
