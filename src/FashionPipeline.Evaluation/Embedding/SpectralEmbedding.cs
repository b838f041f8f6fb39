using FashionPipeline.Data;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Numerics.Linear;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Evaluation.Embedding;

/// <summary>
/// Spectral embedding (Laplacian eigenmaps) of images, as scikit-learn 1.2 computes it with <c>affinity="nearest_neighbors"</c>:
/// the eigenvectors of the normalised Laplacian of the neighbour graph that belong to the smallest eigenvalues but the first,
/// divided by sqrt(degree), each with the sign that makes its entry of largest magnitude positive.
/// Source: Belkin and Niyogi, "Laplacian eigenmaps for dimensionality reduction and data representation", 2003.
/// </summary>
/// <remarks>
/// A point's first neighbour is itself; among equally far points the lower index is nearer. Where the graph has several components, the
/// eigenvalue 0 is repeated and its eigenvectors are chosen as sqrt(degree) on one component each, in the order of the components'
/// lowest indexes; the first one is dropped. A point without neighbours counts as a component of degree 1.
/// </remarks>
public static class SpectralEmbedding
{
    /// <summary>Computes the embedding. The result has the same bits on every machine, whatever its cores and vectors.</summary>
    /// <param name="images">The images; each is a point with one coordinate for each channel of each pixel.</param>
    /// <param name="options">Neighbours and dimensions.</param>
    /// <param name="parallel">Cancellation, and how many cores to use: all, where it is left out.</param>
    /// <exception cref="InputException">
    /// Neighbours or dimensions are below 1, or more than the images allow, or an image has more values than distances have room for.
    /// </exception>
    /// <exception cref="ArithmeticException">The eigensolver did not converge.</exception>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static SpectralEmbeddingResult Compute(
        LabelledImages images, SpectralEmbeddingOptions options, ParallelOptions? parallel = null)
    {
        Validate(images, options);
        parallel ??= new ParallelOptions();
        var neighbours = NearestNeighbours.Find(images.Pixels, images.ValuesPerImage, options.Neighbours - 1, parallel);
        var graph = NeighbourGraph.Of(neighbours, images.Count);
        var laplacian = new NormalisedLaplacian(graph);
        var eigenpairs = LaplacianEigenpairs.Compute(
            laplacian, options.Dimensions + 1, new RandomStream(0, RandomPurpose.StartVector), parallel);
        return new SpectralEmbeddingResult
        {
            Dimensions = options.Dimensions,
            Coordinates = Coordinates(eigenpairs.Vectors.AsSpan(1), laplacian.SqrtDegrees),
            Eigenvalues = eigenpairs.Values,
            Components = laplacian.Components.Count,
            NonZeros = graph.StoredEntries,
            LargestResidual = eigenpairs.LargestResidual,
        };
    }

    /// <summary>Divides each vector by sqrt(degree) and makes its entry of largest magnitude (the first of equals) positive.</summary>
    private static double[] Coordinates(ReadOnlySpan<double[]> vectors, double[] sqrtDegrees)
    {
        var coordinates = new double[sqrtDegrees.Length * vectors.Length];
        for (var axis = 0; axis < vectors.Length; axis++)
        {
            var largest = 0d;
            for (var point = 0; point < sqrtDegrees.Length; point++)
            {
                var value = vectors[axis][point] / sqrtDegrees[point];
                coordinates[(point * vectors.Length) + axis] = value;
                largest = Math.Abs(value) > Math.Abs(largest) ? value : largest;
            }

            for (var point = 0; largest < 0 && point < sqrtDegrees.Length; point++)
            {
                coordinates[(point * vectors.Length) + axis] *= -1;
            }
        }

        return coordinates;
    }

    private static void Validate(LabelledImages images, SpectralEmbeddingOptions options)
    {
        if (images.ValuesPerImage > NearestNeighbours.MaxDimensions)
        {
            throw new InputException(
                $"The spectral embedding was asked for images of {images.Shape.Description}, {images.ValuesPerImage} values each; "
                + $"expected {NearestNeighbours.MaxDimensions} at most. Leave the embedding out, or make the images smaller.");
        }

        if (options.Neighbours < 1 || options.Neighbours > images.Count)
        {
            throw new InputException(
                $"The spectral embedding was asked for {options.Neighbours} neighbours of a point, itself among them, "
                + $"in {images.Count} images; expected 1 to {images.Count}. "
                + "Change the embedding's number of neighbours in the experiment.");
        }

        if (options.Dimensions < 1 || options.Dimensions >= images.Count)
        {
            throw new InputException(
                $"The spectral embedding was asked for {options.Dimensions} dimensions of {images.Count} images; "
                + $"expected 1 to {images.Count - 1}. Change the embedding's number of dimensions in the experiment.");
        }
    }
}
