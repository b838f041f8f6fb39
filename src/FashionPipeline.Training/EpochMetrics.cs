namespace FashionPipeline.Training;

/// <summary>What an epoch reached. Training figures are Keras's: means over its batches while the weights change, with dropout.</summary>
public sealed record EpochMetrics
{
    /// <summary>Number of the epoch, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>Mean cross-entropy of the training images in nats.</summary>
    public required double Loss { get; init; }

    /// <summary>Share of the training images that were classified correctly, 0 to 1.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Mean cross-entropy of the validation images after the epoch.</summary>
    public required double ValidationLoss { get; init; }

    /// <summary>Share of the validation images that are classified correctly after the epoch, 0 to 1.</summary>
    public required double ValidationAccuracy { get; init; }
}
