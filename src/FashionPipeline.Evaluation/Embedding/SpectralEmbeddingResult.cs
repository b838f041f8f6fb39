namespace FashionPipeline.Evaluation.Embedding;

/// <summary>A spectral embedding and what is to be known of it.</summary>
public sealed record SpectralEmbeddingResult
{
    /// <summary>Number of coordinates of a point.</summary>
    public required int Dimensions { get; init; }

    /// <summary>The coordinates: [points, dimensions].</summary>
    public required double[] Coordinates { get; init; }

    /// <summary>The smallest eigenvalues of the normalised Laplacian, ascending, with the dropped first one: [dimensions + 1].</summary>
    public required IReadOnlyList<double> Eigenvalues { get; init; }

    /// <summary>Connected components of the affinity graph.</summary>
    public required int Components { get; init; }

    /// <summary>Non-zero entries of the affinity matrix, the diagonal included.</summary>
    public required int NonZeros { get; init; }

    /// <summary>Largest norm of L·v - λ·v over the eigenpairs.</summary>
    public required double LargestResidual { get; init; }
}
