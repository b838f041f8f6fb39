using System.Globalization;
using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Figures;

namespace FashionPipeline.Reporting.Document;

/// <summary>Whether the models' probabilities mean what they say.</summary>
internal static class CalibrationSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        var best = Calibration.Of(content.BestModel.FirstRun.Predictions);
        builder.Section("Calibration");
        builder.Paragraph(
            "A model's confidence is the probability that it gives to the class it predicts. A calibrated model is right as often as it is confident: 8 times in 10 where its confidence is 80%. "
            + $"The expected calibration error ({builder.NextTable()}) is the mean distance between confidence and accuracy over {Words.Count(Calibration.BinCount)} bins of equal width, weighted by their images. "
            + $"{Words.Of(content.BestModel)} was {Judge(best, content.BestModel.FirstRun.Classification.Accuracy)}. {builder.NextFigure()} shows it bin by bin.");
        builder.Table(
            "Accuracy, mean confidence and calibration error on the test images.",
            [new("Model", false, 2), new("Seed", true, 1.2f), new("Accuracy", true), new("Mean confidence", true, 1.4f), new("Expected error", true, 1.3f), new("Largest error of a bin", true, 1.7f)],
            content.Models.SelectMany(model => model.Runs.Select(run => Row(model, run))));
        builder.Figure(
            $"Reliability diagram of {Words.Of(content.BestModel)}, seed {Seed(content.BestModel.FirstRun)}. Bars: accuracy of each bin; points: the same, at the bin's mean confidence; below: the bin's share of the images. Bars that end below the line mean overconfidence.",
            ReliabilityDiagram.Create(best));
    }

    private static string Judge(Calibration calibration, double accuracy) => calibration.MeanConfidence == accuracy
        ? $"on the whole as often right as confident: {Words.Percent(accuracy)}"
        : $"on the whole {(calibration.MeanConfidence > accuracy ? "over" : "under")}confident: its mean confidence is {Words.Percent(calibration.MeanConfidence)}, its accuracy {Words.Percent(accuracy)}";

    private static string[] Row(ModelContent model, RunContent run)
    {
        var calibration = Calibration.Of(run.Predictions);
        return
        [
            Words.Of(model), Seed(run), Words.Share(run.Classification.Accuracy), Words.Share(calibration.MeanConfidence),
            Words.Share(calibration.ExpectedError), Words.Share(calibration.MaximumError),
        ];
    }

    private static string Seed(RunContent run) => run.Seed.ToString(CultureInfo.InvariantCulture);
}
