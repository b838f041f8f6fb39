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
        new("linear/eigenpairs-of-one-component", () => SmallestPairs(301, Graph(301), 5)),
        new("linear/eigenpairs-of-several-components", () => SmallestPairs(1204, [.. Graph(301), .. Graph(902, firstNode: 301)], 7)),
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

    private static byte[] SmallestPairs(int nodes, (int, int, double)[] edges, int count)
    {
        var laplacian = new NormalisedLaplacian(SparseSymmetricMatrix.FromEdges(nodes, edges));
        var pairs = LaplacianEigenpairs.Compute(laplacian, count, new RandomStream(3, RandomPurpose.StartVector), AllCores);
        return Bits.Of([laplacian.Components.Count, pairs.LargestResidual, .. laplacian.SqrtDegrees,
            .. pairs.Values, .. pairs.Vectors.SelectMany(vector => vector)]);
    }

    /// <summary>Edges from each point to its nearest others, with weights that are no powers of two, so that every sum rounds.</summary>
    private static (int, int, double)[] Graph(int count, int firstNode = 0)
    {
        const int Degree = 6;
        return [.. Neighbours(count, 9, Degree, 255)
            .Select((neighbour, i) => (firstNode + (i / Degree), firstNode + neighbour, 1d / (3 + (i % 7))))];
    }
}
