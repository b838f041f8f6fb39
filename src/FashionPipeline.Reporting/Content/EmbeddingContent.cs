using FashionPipeline.Evaluation.Embedding;

namespace FashionPipeline.Reporting.Content;

/// <summary>The spectral embedding in the report.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="Result">Its coordinates and eigenvalues.</param>
/// <param name="Labels">True class of each point: [points].</param>
/// <param name="Agreement">How often the nearest neighbours of a point are of its class.</param>
public sealed record EmbeddingContent(
    SpectralEmbeddingOptions Options, SpectralEmbeddingResult Result, byte[] Labels, NeighbourAgreement Agreement)
{
    /// <summary>An embedding, its points compared with as many neighbours as the graph joins each to.</summary>
    public static EmbeddingContent Of(
        SpectralEmbeddingOptions options, SpectralEmbeddingResult result, byte[] labels, int classes) => new(
        options,
        result,
        labels,
        NeighbourAgreement.Of(result, labels, classes, Math.Max(1, options.Neighbours - 1)));

    /// <summary>A coordinate of a point; 0 on an axis that the embedding does not have.</summary>
    public double Coordinate(int point, int axis) =>
        axis < Result.Dimensions ? Result.Coordinates[(point * Result.Dimensions) + axis] : 0;
}
