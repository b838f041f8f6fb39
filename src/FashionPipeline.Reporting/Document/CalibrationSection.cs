using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>Whether the models' probabilities mean what they say.</summary>
internal static class CalibrationSection
{
    // An accuracy that is asked for often.
    private const double Aim = 0.99;

    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        var run = content.BestModel.FirstRun;
        var best = run.Calibration;
        var (errors, diagram, curves) = (Reference.ToTable(), Reference.ToFigure(), Reference.ToFigure());
        builder.Section("Calibration");
        builder.Paragraph(
            $"A model's confidence is the probability that it gives to the class it predicts. A calibrated model is right as often as it "
            + $"is confident: 8 times in 10 where its confidence is 80%. "
            + $"The expected calibration error {builder.Cite(Source.Calibration)} ({errors}) is the mean distance between confidence and "
            + $"accuracy over {Calibration.BinCount} bins of equal width, weighted by their images. "
            + $"{Wording.OfFirstRun(content.BestModel)} was {Judge(best, run)}. {diagram} shows it bin by bin.");
        builder.Table(
            errors,
            "Accuracy, mean confidence and calibration error on the test images.",
            [
                new("Model", false, 2), new("Seed", true, 1.2f), new("Accuracy", true), new("Mean confidence", true, 1.4f),
                new("Expected error in points", true, 1.7f),
            ],
            content.Models.SelectMany(model => model.Runs.Select(run => Row(model, run))));
        builder.Figure(
            diagram,
            $"Reliability diagram of {Wording.Of(content.BestModel)}, seed {run.Seed}. Points: the accuracy of each bin with at least "
                + $"{ReliabilityDiagram.FewestImages} images at its mean confidence, with its 95% interval; below the line the model is "
                + $"overconfident. Bars: the images of each bin, on a logarithmic axis.",
            ReliabilityDiagram.Create(best));
        builder.Paragraph(
            $"A model that may pass on the images it is unsure of is right more often on the others {builder.Cite(Source.Coverage)} "
            + $"({curves}): over the surest half of the images {Wording.OfFirstRun(content.BestModel)} is right "
            + $"{Wording.Percent(run.Coverage.Accuracies[(Coverage.Steps / 2) - 1])} of the time, and its accuracy stays at "
            + $"{Wording.Percent(Aim, 0)} over the surest {Wording.Percent(run.Coverage.LargestAt(Aim), 0)} of them.");
        builder.Figure(
            curves,
            "Accuracy over the images that a model is surest of, by their share of all test images.",
            CoverageCurves.Create([.. content.ShownModels]));
    }

    // A difference that chance in the choice of the images explains is no judgement of the model.
    private static string Judge(Calibration calibration, RunFindings run)
    {
        var interval = run.Intervals.Accuracy;
        var judgement = calibration.MeanConfidence > interval.High ? "overconfident"
            : calibration.MeanConfidence < interval.Low ? "underconfident"
            : "about as often right as confident";
        return $"on the whole {judgement}: its mean confidence is {Wording.Percent(calibration.MeanConfidence)}, "
            + $"its accuracy {Wording.Percent(run.Classification.Accuracy)}";
    }

    private static string[] Row(ModelContent model, RunFindings run)
    {
        var calibration = run.Calibration;
        return
        [
            Wording.Of(model), $"{run.Seed}", Wording.Percent(run.Classification.Accuracy), Wording.Percent(calibration.MeanConfidence),
            Wording.Spread(calibration.ExpectedError),
        ];
    }
}
