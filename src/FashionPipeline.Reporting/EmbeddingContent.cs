using FashionPipeline.Evaluation.Embedding;

namespace FashionPipeline.Reporting;

/// <summary>The spectral embedding in the report.</summary>
/// <param name="Options">Its settings.</param>
/// <param name="Result">Its coordinates and eigenvalues.</param>
/// <param name="Labels">True class of each point: [points].</param>
public sealed record EmbeddingContent(SpectralEmbeddingOptions Options, SpectralEmbeddingResult Result, byte[] Labels);
