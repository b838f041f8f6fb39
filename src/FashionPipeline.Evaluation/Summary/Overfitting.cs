using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Evaluation.Summary;

/// <summary>Whether a training fits its images better than others, and since when its validation loss rises.</summary>
public sealed record Overfitting
{
    /// <summary>Training accuracy minus validation accuracy of the last epoch.</summary>
    public required double Gap { get; init; }

    /// <summary>How far chance in the choice of both sets of images moves the gap, up or down, 19 times in 20.</summary>
    public required double Margin { get; init; }

    /// <summary>The epoch with the lowest validation loss; the first of equals.</summary>
    public required EpochFigures Lowest { get; init; }

    /// <summary>The last epoch.</summary>
    public required EpochFigures Last { get; init; }

    /// <summary>Whether training accuracy is above validation accuracy by more than chance explains.</summary>
    public bool HasGap => Gap > Margin;

    /// <summary>Whether training accuracy is below validation accuracy by more than chance explains.</summary>
    public bool HasInverseGap => Gap < -Margin;

    /// <summary>Whether, with such a gap, the validation loss has risen since an earlier epoch.</summary>
    public bool IsOverfitted => HasGap && Lowest.Epoch < Last.Epoch;

    /// <summary>Judges a training by its epochs.</summary>
    /// <param name="history">One entry an epoch, at least one.</param>
    /// <param name="trainingImages">How many images the training accuracy is of, at least 1.</param>
    /// <param name="validationImages">How many images the validation accuracy is of, at least 1.</param>
    public static Overfitting Of(IReadOnlyList<EpochFigures> history, int trainingImages, int validationImages)
    {
        var last = history[^1];
        return new Overfitting
        {
            Gap = last.Accuracy - last.ValidationAccuracy,
            Margin = Normal.Z95 * Math.Sqrt(
                Variance(last.Accuracy, trainingImages) + Variance(last.ValidationAccuracy, validationImages)),
            Lowest = history.MinBy(epoch => epoch.ValidationLoss)!,
            Last = last,
        };
    }

    private static double Variance(double share, int images) => share * (1 - share) / images;
}
