namespace FashionPipeline.Evaluation.Metrics;

/// <summary>A row of the classification report.</summary>
public sealed record ClassScores
{
    /// <summary>Share of the images taken for the class that are of it; 0 where none was.</summary>
    public required double Precision { get; init; }

    /// <summary>Share of the class's images that were taken for it (the source's "label percent correct"); 0 where it has none.</summary>
    public required double Recall { get; init; }

    /// <summary>Harmonic mean of precision and recall; 0 where both are.</summary>
    public required double F1 { get; init; }

    /// <summary>Images of the class.</summary>
    public required int Support { get; init; }
}
