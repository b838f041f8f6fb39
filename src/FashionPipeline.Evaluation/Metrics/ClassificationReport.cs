namespace FashionPipeline.Evaluation.Metrics;

/// <summary>Precision, recall and F1 of each class, and their averages.</summary>
public sealed record ClassificationReport
{
    /// <summary>Share of all images that were classified correctly.</summary>
    public required double Accuracy { get; init; }

    /// <summary>One row a class; the index is the label.</summary>
    public required IReadOnlyList<ClassScores> Classes { get; init; }

    /// <summary>Plain mean over the classes.</summary>
    public required ClassScores MacroAverage { get; init; }

    /// <summary>Mean over the classes, each weighted by its support.</summary>
    public required ClassScores WeightedAverage { get; init; }
}
