namespace FashionPipeline.Evaluation.Embedding;

/// <summary>Settings of the spectral embedding; the defaults are scikit-learn's, as the source uses them.</summary>
public sealed record SpectralEmbeddingOptions
{
    /// <summary>Neighbours of a point, itself among them.</summary>
    public int Neighbours { get; init; } = 5;

    /// <summary>Coordinates to compute.</summary>
    public int Dimensions { get; init; } = 2;
}
