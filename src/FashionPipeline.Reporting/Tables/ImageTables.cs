using FashionPipeline.Data;
using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Reporting.Figures;

namespace FashionPipeline.Reporting.Tables;

/// <summary>Which images the grids show.</summary>
internal static class ImageTables
{
    /// <summary>The samples of the training images.</summary>
    public static CsvTable Samples(LabelledImages train, IReadOnlyList<string> names) => new(
        "samples",
        ["image", "class"],
        DataSections.Samples(train).Select(image => new[] { Words.Count(image), names[train.Labels[image]] }));

    /// <summary>The first test images that a model classified correctly.</summary>
    public static CsvTable Correct(Predictions predictions, IReadOnlyList<string> names) =>
        Outcomes("correct-predictions", PredictionOutcomes.Of(predictions).Correct, predictions, names);

    /// <summary>The first test images that a model classified incorrectly.</summary>
    public static CsvTable Incorrect(Predictions predictions, IReadOnlyList<string> names) =>
        Outcomes("incorrect-predictions", PredictionOutcomes.Of(predictions).Incorrect, predictions, names);

    private static CsvTable Outcomes(string name, IReadOnlyList<int> images, Predictions predictions, IReadOnlyList<string> names)
    {
        var predicted = predictions.PredictedLabels;
        return new(
            name,
            ["image", "true_class", "predicted_class"],
            images.Take(ImageGrid.Places).Select(image => new[] { Words.Count(image), names[predictions.Labels[image]], names[predicted[image]] }));
    }
}
