using FashionPipeline.Numerics.Linear;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Numerics.Linear;

public class ConnectedComponentsTests
{
    [Fact]
    public void Should_number_the_components_in_the_order_of_their_lowest_nodes()
    {
        // 1 - 4 and 2 - 3 - 5; nodes 0 and 6 alone.
        var components = ConnectedComponents.Of(SparseSymmetricMatrix.FromEdges(7, [(4, 1, 1), (5, 3, 1), (2, 3, 1)]));

        Assert.Equal(4, components.Count);
        Assert.Equal([0, 1, 2, 2, 1, 2, 3], components.ComponentOfNode);
    }

    [Fact]
    public void Should_find_none_in_a_graph_without_nodes() =>
        Assert.Equal(0, ConnectedComponents.Of(SparseSymmetricMatrix.FromEdges(0, [])).Count);

    [Fact]
    public void Should_join_exactly_the_nodes_that_can_be_reached_from_each_other() => Prop.ForAll(RandomGraph.Any(), graph =>
    {
        var lowest = graph.LowestReachable();
        var numbers = lowest.Distinct().Order().ToList();

        var components = ConnectedComponents.Of(graph.Weights());

        return components.Count == numbers.Count && components.ComponentOfNode.SequenceEqual(lowest.Select(node => numbers.IndexOf(node)));
    }).QuickCheckThrowOnFailure();
}
