namespace FashionPipeline.Evaluation.Metrics;

/// <summary>Images that a model was about equally sure of.</summary>
public sealed record CalibrationBin
{
    /// <summary>Confidences above this belong to the bin; in the first bin also 0.</summary>
    public required double Low { get; init; }

    /// <summary>Confidences up to and including this belong to the bin.</summary>
    public required double High { get; init; }

    /// <summary>Number of images.</summary>
    public required int Count { get; init; }

    /// <summary>Number of images that were classified correctly.</summary>
    public required int Correct { get; init; }

    /// <summary>Mean probability of the predicted class, 0 to 1; 0 where the bin is empty.</summary>
    public required double Confidence { get; init; }

    /// <summary>Share of images that were classified correctly, 0 to 1; 0 where the bin is empty.</summary>
    public double Accuracy => Count == 0 ? 0 : (double)Correct / Count;
}
