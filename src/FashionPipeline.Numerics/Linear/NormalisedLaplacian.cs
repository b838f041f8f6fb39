using System.Numerics;
using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// The symmetric normalised Laplacian of a graph, L = I - D^-1/2 A D^-1/2, where A are the weights of the edges without loops and D the
/// sums of its rows. Its eigenvalues lie in [0, 2]; 0 is one of them as often as there are components. The row of a node
/// without edges is zero. Source: von Luxburg, "A tutorial on spectral clustering", 2007, section 3.2.
/// </summary>
public sealed class NormalisedLaplacian
{
    // D^-1/2 A D^-1/2; 1 on the diagonal of a node without edges.
    private readonly SparseSymmetricMatrix affinity;

    /// <summary>Builds the Laplacian of a graph.</summary>
    /// <param name="weights">Weights of the edges, not negative; the diagonal (loops) is ignored.</param>
    public NormalisedLaplacian(SparseSymmetricMatrix weights)
    {
        var edges = new List<(int Row, int Column, double Value)>(weights.StoredEntries);
        for (var row = 0; row < weights.Order; row++)
        {
            for (var entry = weights.RowStarts[row]; entry < weights.RowStarts[row + 1]; entry++)
            {
                if (weights.Columns[entry] > row)
                {
                    edges.Add((row, weights.Columns[entry], weights.Values[entry]));
                }
            }
        }

        var graph = SparseSymmetricMatrix.FromEdges(weights.Order, edges);
        Degrees = graph.RowSums();
        Components = ConnectedComponents.Of(graph);
        SqrtDegrees = Array.ConvertAll(Degrees, degree => degree == 0 ? 1 : Math.Sqrt(degree));
        var scaled = edges.ConvertAll(edge => (edge.Row, edge.Column, edge.Value / (SqrtDegrees[edge.Row] * SqrtDegrees[edge.Column])));
        for (var node = 0; node < weights.Order; node++)
        {
            if (Degrees[node] == 0)
            {
                scaled.Add((node, node, 1));
            }
        }

        affinity = SparseSymmetricMatrix.FromEdges(weights.Order, scaled);
    }

    /// <summary>Number of nodes.</summary>
    public int Order => affinity.Order;

    /// <summary>Sum of the weights of each node's edges: [order].</summary>
    public double[] Degrees { get; }

    /// <summary>Square roots of the degrees; 1 for a node without edges: [order].</summary>
    public double[] SqrtDegrees { get; }

    /// <summary>The graph's components.</summary>
    public ConnectedComponents Components { get; }

    /// <summary>
    /// result = alpha · (L - shift) · x - beta · previous; <paramref name="result"/> may be <paramref name="previous"/> itself,
    /// but not x.
    /// </summary>
    internal void Apply(VectorBlock x, double alpha, double shift, double beta, VectorBlock previous, VectorBlock result)
    {
        var own = new Vector<double>(alpha * (1 - shift));
        var others = new Vector<double>(-alpha);
        var minusBeta = new Vector<double>(-beta);
        result.ForEachChunk([MethodImpl(MethodImplOptions.AggressiveOptimization)] (_, start, end) =>
        {
            var (width, values) = (x.Width, x.Values);
            var (weights, columns) = (affinity.Values, affinity.Columns);
            for (var row = start; row < end; row++)
            {
                for (var lane = 0; lane < width; lane += Vector<double>.Count)
                {
                    var sum = Vector<double>.Zero;
                    for (var entry = affinity.RowStarts[row]; entry < affinity.RowStarts[row + 1]; entry++)
                    {
                        sum += new Vector<double>(weights[entry]) * new Vector<double>(values, (columns[entry] * width) + lane);
                    }

                    var place = (row * width) + lane;
                    sum = (own * new Vector<double>(values, place)) + (others * sum);
                    (sum + (minusBeta * new Vector<double>(previous.Values, place))).CopyTo(result.Values, place);
                }
            }
        });
    }

    /// <summary>Takes from each vector its part in the null space, which is spanned by sqrt(degree) on each component.</summary>
    internal void RemoveNullSpace(VectorBlock block)
    {
        var width = block.Width;
        var parts = new double[Components.Count * width];
        var norms = new double[Components.Count];
        for (var node = 0; node < Order; node++)
        {
            var component = Components.ComponentOfNode[node];
            norms[component] += SqrtDegrees[node] * SqrtDegrees[node];
            var row = block.Row(node);
            for (var lane = 0; lane < width; lane++)
            {
                parts[(component * width) + lane] += SqrtDegrees[node] * row[lane];
            }
        }

        for (var node = 0; node < Order; node++)
        {
            var component = Components.ComponentOfNode[node];
            var row = block.Row(node);
            for (var lane = 0; lane < width; lane++)
            {
                row[lane] -= parts[(component * width) + lane] / norms[component] * SqrtDegrees[node];
            }
        }
    }
}
