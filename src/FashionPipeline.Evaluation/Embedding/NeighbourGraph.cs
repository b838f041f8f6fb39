using FashionPipeline.Numerics.Linear;

namespace FashionPipeline.Evaluation.Embedding;

/// <summary>The affinity graph of scikit-learn's SpectralEmbedding with <c>affinity="nearest_neighbors"</c>.</summary>
internal static class NeighbourGraph
{
    /// <summary>(C + C^T) / 2, where C(i, j) is 1 if j is i itself or one of its nearest neighbours.</summary>
    /// <param name="neighbours">Neighbours of each point, itself not among them: [count, k].</param>
    /// <param name="count">Number of points.</param>
    public static SparseSymmetricMatrix Of(int[] neighbours, int count)
    {
        var k = neighbours.Length / count;
        var edges = new List<(int Row, int Column, double Value)>(neighbours.Length + count);
        for (var point = 0; point < count; point++)
        {
            edges.Add((point, point, 1));
            for (var n = 0; n < k; n++)
            {
                // Both places of the pair: a pair that is found from both ends adds up to 1.
                edges.Add((point, neighbours[(point * k) + n], 0.5));
            }
        }

        return SparseSymmetricMatrix.FromEdges(count, edges);
    }
}
