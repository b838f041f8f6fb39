using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Evaluation.Summary;

/// <summary>One training of a model and all that can be said of it.</summary>
public sealed record RunFindings
{
    /// <summary>Seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>One entry an epoch.</summary>
    public required IReadOnlyList<EpochFigures> History { get; init; }

    /// <summary>Predictions for the test images.</summary>
    public required Predictions Predictions { get; init; }

    /// <summary>How many images it was trained on.</summary>
    public required int TrainingImages { get; init; }

    /// <summary>How many images it was validated on.</summary>
    public required int ValidationImages { get; init; }

    /// <summary>Confusion matrix of the predictions.</summary>
    public required ConfusionMatrix Confusion { get; init; }

    /// <summary>Precision, recall and F1.</summary>
    public required ClassificationReport Classification { get; init; }

    /// <summary>How sure these are.</summary>
    public required ClassificationIntervals Intervals { get; init; }

    /// <summary>Whether the model is as often right as it is sure.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>Which images it got right, and which wrong.</summary>
    public required PredictionOutcomes Outcomes { get; init; }

    /// <summary>All mistakes, the most confident first.</summary>
    public required IReadOnlyList<Mistake> Mistakes { get; init; }

    /// <summary>Which classes it took for which, the most frequent first.</summary>
    public required IReadOnlyList<ConfusedPair> ConfusedPairs { get; init; }

    /// <summary>Classes that are taken for each other.</summary>
    public required ConfusionGroups ConfusionGroups { get; init; }

    /// <summary>Accuracy over the images that it is surest of.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Precision by recall of each class; the index is the label.</summary>
    public required IReadOnlyList<PrecisionRecall> PrecisionRecall { get; init; }

    /// <summary>Whether it fits its training images better than others.</summary>
    public Overfitting Overfitting => Overfitting.Of(History, TrainingImages, ValidationImages);

    /// <summary>The last epoch.</summary>
    public EpochFigures LastEpoch => History[^1];

    /// <summary>The findings of a run.</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="history">One entry an epoch, at least one.</param>
    /// <param name="trainingImages">How many images it was trained on, at least 1.</param>
    /// <param name="validationImages">How many images it was validated on, at least 1.</param>
    /// <param name="predictions">Predictions for the test images.</param>
    /// <param name="confusion">Their confusion matrix.</param>
    /// <param name="classification">Its scores.</param>
    public static RunFindings Of(
        ulong seed,
        IReadOnlyList<EpochFigures> history,
        int trainingImages,
        int validationImages,
        Predictions predictions,
        ConfusionMatrix confusion,
        ClassificationReport classification) => new()
    {
        Seed = seed,
        History = history,
        TrainingImages = trainingImages,
        ValidationImages = validationImages,
        Predictions = predictions,
        Confusion = confusion,
        Classification = classification,
        Intervals = ClassificationIntervals.Of(confusion),
        Calibration = Calibration.Of(predictions),
        Outcomes = PredictionOutcomes.Of(predictions),
        Mistakes = Mistake.MostConfidentOf(predictions),
        ConfusedPairs = Metrics.ConfusedPairs.Of(confusion),
        ConfusionGroups = ConfusionGroups.Of(confusion),
        Coverage = Coverage.Of(predictions),
        PrecisionRecall = [.. Enumerable.Range(0, predictions.Classes).Select(label => Metrics.PrecisionRecall.Of(predictions, label))],
    };
}
