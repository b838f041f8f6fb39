using FashionPipeline.Evaluation.Embedding;

namespace FashionPipeline.Reporting.Content;

/// <summary>The spectral embedding in the report.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="Result">Its coordinates and eigenvalues.</param>
/// <param name="Labels">True class of each point: [points].</param>
public sealed record EmbeddingContent(SpectralEmbeddingOptions Options, SpectralEmbeddingResult Result, byte[] Labels)
{
    /// <summary>A coordinate of a point; 0 on an axis that the embedding does not have.</summary>
    public double Coordinate(int point, int axis) =>
        axis < Result.Dimensions ? Result.Coordinates[(point * Result.Dimensions) + axis] : 0;
}
