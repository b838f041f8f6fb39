using FashionPipeline.Numerics.Linear;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Numerics.Linear;

public class SparseSymmetricMatrixTests
{
    [Fact]
    public void Should_store_both_triangles_and_add_what_is_given_twice()
    {
        var matrix = SparseSymmetricMatrix.FromEdges(3, [(2, 0, 1), (1, 1, 4), (0, 2, 2)]);

        Assert.Equal([0, 1, 2, 3], matrix.RowStarts);
        Assert.Equal([2, 1, 0], matrix.Columns);
        Assert.Equal([3, 4, 3], matrix.Values);
        Assert.Equal([3, 4, 3], matrix.RowSums());
    }

    [Fact]
    public void Should_reject_an_edge_to_a_node_that_is_not_there()
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => SparseSymmetricMatrix.FromEdges(3, [(0, 1, 1), (0, 3, 1)]));
        Assert.Contains("(0, 3)", fault.Message);
    }

    [Fact]
    public void Should_have_the_same_bits_whatever_the_order_and_direction_of_the_edges() => Prop.ForAll(RandomGraph.Any(), graph =>
    {
        var matrix = graph.Weights();

        var turned =
            SparseSymmetricMatrix.FromEdges(graph.Nodes, [.. graph.Edges.Reverse().Select(edge => (edge.Column, edge.Row, edge.Value))]);

        return matrix.RowStarts.SequenceEqual(turned.RowStarts)
            && matrix.Columns.SequenceEqual(turned.Columns)
            && Bits(matrix.Values).SequenceEqual(Bits(turned.Values));
    }).QuickCheckThrowOnFailure();

    private static IEnumerable<long> Bits(double[] values) => values.Select(BitConverter.DoubleToInt64Bits);
}
