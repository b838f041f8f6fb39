using FashionPipeline.Numerics.Linear;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Portability.Cases;

/// <summary>Nearest neighbours, and eigenpairs of dense and sparse matrices.</summary>
public static class LinearCases
{
    private static readonly ParallelOptions AllCores = new();

    /// <summary>The cases.</summary>
    public static IEnumerable<Case> All { get; } =
    [
        new("linear/nearest-neighbours", () => Bits.Of(Neighbours(601, 784, 4, 255))),
        new("linear/nearest-neighbours-odd-width", () => Bits.Of(Neighbours(259, 37, 7, 255))),
        new("linear/nearest-neighbours-with-ties", () => Bits.Of(Neighbours(301, 5, 3, 2))),
        new("linear/symmetric-eigen", () => SymmetricPairs(23)),
        new("linear/eigenpairs-of-one-component", () => SmallestPairs(Graph(Neighbours(301, 9, 6, 255), 301), 5)),
        new("linear/eigenpairs-of-several-components", () => SmallestPairs(Separate(Graph(Neighbours(1100, 9, 6, 255), 1100), 3), 7)),
    ];

    private static int[] Neighbours(int count, int dimensions, int neighbours, byte highest) =>
        NearestNeighbours.Find(Inputs.Bytes(count * dimensions, seed: 1, highest), dimensions, neighbours, AllCores);

    private static byte[] SymmetricPairs(int order)
    {
        var half = Inputs.Doubles(order * order, seed: 2);
        var matrix = new double[order * order];
        for (var place = 0; place < matrix.Length; place++)
        {
            matrix[place] = half[place] + half[(place % order * order) + (place / order)];
        }

        var (values, vectors) = SymmetricEigen.Decompose(matrix, order);
        return Bits.Of([.. values, .. vectors]);
    }

    private static byte[] SmallestPairs(SparseSymmetricMatrix weights, int count)
    {
        var laplacian = new NormalisedLaplacian(weights);
        var pairs = LaplacianEigenpairs.Compute(laplacian, count, new RandomStream(3, RandomPurpose.StartVector), AllCores);
        return Bits.Of([laplacian.Components.Count, pairs.LargestResidual, .. laplacian.SqrtDegrees, .. pairs.Values, .. pairs.Vectors.SelectMany(vector => vector)]);
    }

    // Weights that are no powers of two, so that every sum rounds.
    private static SparseSymmetricMatrix Graph(int[] neighbours, int count) => SparseSymmetricMatrix.FromEdges(
        count,
        [.. neighbours.Select((neighbour, i) => (i / (neighbours.Length / count), neighbour, 1d / (3 + (i % 7))))]);

    /// <summary>Keeps only the edges between nodes with the same remainder.</summary>
    private static SparseSymmetricMatrix Separate(SparseSymmetricMatrix graph, int remainders)
    {
        var edges = new List<(int Row, int Column, double Value)>();
        for (var row = 0; row < graph.Order; row++)
        {
            for (var entry = graph.RowStarts[row]; entry < graph.RowStarts[row + 1]; entry++)
            {
                if (graph.Columns[entry] > row && graph.Columns[entry] % remainders == row % remainders)
                {
                    edges.Add((row, graph.Columns[entry], graph.Values[entry]));
                }
            }
        }

        return SparseSymmetricMatrix.FromEdges(graph.Order, edges);
    }
}
