namespace FashionPipeline.Evaluation.Metrics;

/// <summary>How often each class was taken for each other one.</summary>
public sealed record ConfusionMatrix
{
    /// <summary>Number of classes.</summary>
    public required int Classes { get; init; }

    /// <summary>Counts, true class by row, predicted class by column: [classes, classes].</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <summary>How many images of class <paramref name="truth"/> were taken for <paramref name="predicted"/>.</summary>
    public int this[int truth, int predicted] => Counts[(truth * Classes) + predicted];
}
