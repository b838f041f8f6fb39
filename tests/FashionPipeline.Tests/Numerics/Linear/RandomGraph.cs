using FashionPipeline.Numerics.Linear;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Numerics.Linear;

/// <summary>A weighted graph, so sparse that it mostly falls apart into components.</summary>
internal sealed record RandomGraph(int Nodes, IReadOnlyList<(int Row, int Column, double Value)> Edges)
{
    /// <summary>Graphs of 1 to 80 nodes, with loops and repeated edges, and with nodes that have none.</summary>
    public static Arbitrary<RandomGraph> Any() => Arb.From(
        from nodes in Gen.Choose(1, 80)
        from count in Gen.Choose(0, 2 * nodes)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Draw(nodes, count, new System.Random(seed)));

    public SparseSymmetricMatrix Weights() => SparseSymmetricMatrix.FromEdges(Nodes, Edges);

    /// <summary>The lowest node that can be reached from each node.</summary>
    public int[] LowestReachable()
    {
        var lowest = Enumerable.Range(0, Nodes).ToArray();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var (row, column, _) in Edges)
            {
                changed |= lowest[row] != lowest[column];
                lowest[row] = lowest[column] = Math.Min(lowest[row], lowest[column]);
            }
        }

        return lowest;
    }

    /// <summary>Sum of the weights of each node's edges but loops.</summary>
    public double[] Degrees() => [.. Enumerable.Range(0, Nodes).Select(node => Edges
        .Where(edge => edge.Row != edge.Column && (edge.Row == node || edge.Column == node))
        .Sum(edge => edge.Value))];

    /// <summary>The normalised Laplacian times a vector, straight from its definition.</summary>
    public double[] ApplyLaplacian(double[] vector)
    {
        var degrees = Degrees();
        var image = vector.Select((value, node) => degrees[node] == 0 ? 0 : value).ToArray();
        foreach (var (row, column, value) in Edges.Where(edge => edge.Row != edge.Column))
        {
            var weight = value / Math.Sqrt(degrees[row] * degrees[column]);
            image[row] -= weight * vector[column];
            image[column] -= weight * vector[row];
        }

        return image;
    }

    private static RandomGraph Draw(int nodes, int count, System.Random random) =>
        new(nodes, [.. Enumerable.Range(0, count).Select(_ => (random.Next(nodes), random.Next(nodes), 0.1 + random.NextDouble()))]);
}
