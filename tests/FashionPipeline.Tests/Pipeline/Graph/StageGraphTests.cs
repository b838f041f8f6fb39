using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Graph;

public sealed class StageGraphTests
{
    [Fact]
    public void Should_put_each_node_after_those_that_it_reads_from_and_keep_the_given_order_otherwise()
    {
        var graph = Graph(
            ("report", ["select", "embed"]), ("select", ["train/b", "train/a"]), ("train/b", []), ("train/a", []), ("embed", []));

        Assert.Equal(["train/b", "train/a", "select", "embed", "report"], graph.Nodes.Select(node => node.Id));
    }

    [Fact]
    public void Should_find_all_that_a_node_needs_and_no_more()
    {
        var graph = Graph(("a", []), ("b", ["a"]), ("c", ["b"]), ("d", ["a"]), ("e", ["c", "d"]));

        Assert.Equal(["a", "b", "c"], graph.With([graph["c"]]).Select(node => node.Id));
    }

    [Fact]
    public void Should_know_the_nodes_of_a_stage() =>
        Assert.Equal(
            ["train/a", "train/b"], Graph(("train/a", []), ("trainer", []), ("train/b", [])).OfStage("train").Select(node => node.Id));

    [Fact]
    public void Should_refuse_nodes_that_wait_for_each_other_and_name_them()
    {
        var fault = Assert.Throws<ArgumentException>(() => Graph(("a", []), ("b", ["a", "d"]), ("c", ["b"]), ("d", ["c"])));

        Assert.Contains("b, c, d", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_two_nodes_of_one_name() =>
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => Graph(("a", []), ("a", []))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("nobody", "out")]
    [InlineData("a", "other")]
    public void Should_refuse_an_input_that_no_node_makes(string node, string output)
    {
        var reader = ScriptedStage.Node("b", []) with { Inputs = new Dictionary<string, NodeOutput> { ["data"] = new(node, output) } };

        var fault = Assert.Throws<ArgumentException>(() => new StageGraph([ScriptedStage.Node("a", []), reader]));

        Assert.Contains($"{node}/{output}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_order_a_chain_of_ten_thousand_nodes()
    {
        var chain = Enumerable.Range(0, 10_000).Select(i => ScriptedStage.Node($"n{i}", i == 0 ? [] : [$"n{i - 1}"]));

        Assert.Equal("n0", new StageGraph(chain.Reverse()).Nodes[0].Id);
    }

    private static StageGraph Graph(params (string Id, string[] Needs)[] nodes) =>
        new(nodes.Select(node => ScriptedStage.Node(node.Id, node.Needs)));
}
