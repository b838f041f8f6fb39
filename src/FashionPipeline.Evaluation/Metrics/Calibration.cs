using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Evaluation.Metrics;

/// <summary>
/// Whether a model is as often right as it is sure: of all images that it gives a probability of 0.8, 80% should be classified correctly.
/// Confidence is the probability of the predicted class. Source: Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks",
/// ICML 2017, whose 15 bins of equal width these are.
/// </summary>
public sealed record Calibration
{
    /// <summary>Number of bins.</summary>
    public const int BinCount = 15;

    /// <summary>The bins in ascending order, the empty ones too.</summary>
    public required IReadOnlyList<CalibrationBin> Bins { get; init; }

    /// <summary>Mean confidence of all images, 0 to 1; 0 where there is none.</summary>
    public required double MeanConfidence { get; init; }

    /// <summary>Mean distance of a bin's accuracy from its confidence, weighted by its images; 0 is perfect.</summary>
    public required double ExpectedError { get; init; }

    /// <summary>The largest distance of a bin's accuracy from its confidence; 0 is perfect.</summary>
    public required double MaximumError { get; init; }

    /// <summary>Calibration of a model's predictions.</summary>
    public static Calibration Of(Predictions predictions)
    {
        var predicted = predictions.PredictedLabels;
        var counts = new int[BinCount];
        var correct = new int[BinCount];
        var confidences = new double[BinCount];
        for (var i = 0; i < predictions.Count; i++)
        {
            var confidence = predictions.Probability(i, predicted[i]);
            var bin = BinOf(confidence);
            counts[bin]++;
            confidences[bin] += confidence;
            correct[bin] += predicted[i] == predictions.Labels[i] ? 1 : 0;
        }

        CalibrationBin[] bins =
        [
            .. Enumerable.Range(0, BinCount).Select(bin => new CalibrationBin
            {
                Low = (double)bin / BinCount,
                High = (bin + 1d) / BinCount,
                Count = counts[bin],
                Correct = correct[bin],
                Confidence = counts[bin] == 0 ? 0 : confidences[bin] / counts[bin],
            }),
        ];
        var images = Math.Max(1, predictions.Count);
        return new Calibration
        {
            Bins = bins,
            MeanConfidence = OrderedSum.Of(confidences) / images,
            ExpectedError = OrderedSum.Of(bins.Select((_, bin) => Math.Abs(correct[bin] - confidences[bin]))) / images,
            MaximumError = bins.Max(bin => Math.Abs(bin.Accuracy - bin.Confidence)),
        };
    }

    // Fifteen times a float is exact in double: no confidence beside a bin's edge is rounded over it.
    private static int BinOf(float confidence) => Math.Clamp((int)Math.Ceiling((double)confidence * BinCount) - 1, 0, BinCount - 1);
}
