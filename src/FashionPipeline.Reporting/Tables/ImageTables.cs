using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Reporting.Tables;

/// <summary>Which images the grids show.</summary>
internal static class ImageTables
{
    /// <summary>The samples of the training images.</summary>
    public static CsvTable Samples(ReportContent content) => new(
        "samples",
        ["image", "class"],
        content.Findings.Samples.Select(image => new[] { Words.Count(image), content.DataSet.LabelNames[content.Data.Train.Labels[image]] }));

    /// <summary>The first test images that a model classified correctly.</summary>
    public static CsvTable Correct(RunFindings run, IReadOnlyList<string> names) => Outcomes("correct-predictions", run.Outcomes.Correct, run.Predictions, names);

    /// <summary>The first test images that a model classified incorrectly.</summary>
    public static CsvTable Incorrect(RunFindings run, IReadOnlyList<string> names) => Outcomes("incorrect-predictions", run.Outcomes.Incorrect, run.Predictions, names);

    private static CsvTable Outcomes(string name, IReadOnlyList<int> images, Predictions predictions, IReadOnlyList<string> names)
    {
        var predicted = predictions.PredictedLabels;
        return new(
            name,
            ["image", "true_class", "predicted_class"],
            images.Take(Findings.ShownImages).Select(image => new[] { Words.Count(image), names[predictions.Labels[image]], names[predicted[image]] }));
    }
}
