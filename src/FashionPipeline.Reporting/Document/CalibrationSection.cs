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
            $"A model's confidence is the probability that it gives to the class it predicts. Where it is calibrated, it is right as often as it is sure. The expected calibration error is the mean distance of the two, "
            + $"over {Words.Count(Calibration.BinCount)} bins of equal width, weighted by their images. {Words.Of(content.BestModel)} was {Judge(best, content.BestModel.FirstRun.Classification.Accuracy)}.");
        builder.Table(
            "Accuracy, mean confidence and calibration error on the test images.",
            [new("Model", false, 2), new("Seed", true, 1.2f), new("Accuracy", true), new("Mean confidence", true, 1.4f), new("Expected error", true, 1.3f), new("Largest error of a bin", true, 1.7f)],
            content.Models.SelectMany(model => model.Runs.Select(run => Row(model, run))));
        builder.Figure(
            $"Reliability diagram of {Words.Of(content.BestModel)}, seed {Seed(content.BestModel.FirstRun)}. Bars are accuracies, points the mean confidences of the bins; where bars end below the line, the model was too sure.",
            ReliabilityDiagram.Create(best));
    }

    private static string Judge(Calibration calibration, double accuracy) => calibration.MeanConfidence == accuracy
        ? $"right as often as it was sure on the whole, {Words.Percent(accuracy)}"
        : $"{(calibration.MeanConfidence > accuracy ? "too sure" : "not sure enough")} on the whole: its mean confidence is {Words.Percent(calibration.MeanConfidence)}, its accuracy {Words.Percent(accuracy)}";

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
