using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Submissions;

namespace FashionPipeline.Tests.Pipeline.Submissions;

public sealed class NodeGroupTests
{
    private static readonly NodeResources Small = new() { Cpus = 1 };
    private static readonly NodeResources Large = new() { Cpus = 8 };

    [Fact]
    public void Should_put_steps_of_a_stage_together_that_get_the_same() => Assert.Equal(
        ["preprocess", "train/a/1 train/a/2", "train/b/1", "embed", "evaluate/a/1 evaluate/a/2 evaluate/b/1", "report"],
        Groups(Steps.Plan, node => (node == "train/b/1" ? Large : Small, 0)));

    [Fact]
    public void Should_keep_apart_what_is_tried_again() => Assert.Contains(
        "train/a/2", Groups(Steps.Plan, node => (Small, node == "train/a/2" ? 1 : 0)));

    [Fact]
    public void Should_make_no_group_larger_than_a_job_array_may_be() => Assert.Equal(
        ["preprocess", "train/a/1 train/a/2", "train/b/1", "embed", "evaluate/a/1 evaluate/a/2", "evaluate/b/1", "report"],
        Groups(Steps.Plan, _ => (Small, 0), most: 2));

    [Fact]
    public void Should_begin_where_the_store_has_what_is_needed() => Assert.Equal(
        ["evaluate/a/1 evaluate/b/1", "report"],
        Groups(Steps.Plan.Where(node => node.Node is "evaluate/a/1" or "evaluate/b/1" or "report"), _ => (Small, 0)));

    [Fact]
    public void Should_take_each_key_of_the_last_rule_that_fits_and_states_it()
    {
        ResourceRule[] rules =
        [
            new("*") { Cpus = 1, Partition = "short" },
            new("train") { Cpus = 4, Minutes = 60 },
            new("train/cnn/*") { MemoryMegabytes = 8192, Partition = "long" },
        ];

        Assert.Equal(
            new NodeResources { Cpus = 4, MemoryMegabytes = 8192, Minutes = 60, Partition = "long" },
            NodeGroup.ResourcesOf(rules, "train/cnn/1"));
        Assert.Equal(
            new NodeResources { Cpus = 1, Partition = "short" }, NodeGroup.ResourcesOf(rules, "report"));
        Assert.Equal(new NodeResources(), NodeGroup.ResourcesOf([], "report"));
    }

    private static IEnumerable<string> Groups(
        IEnumerable<PlannedNode> nodes, Func<string, (NodeResources, int)> resourcesOf, int most = 1000) =>
        NodeGroup.Of(nodes, resourcesOf, most).Select(group => string.Join(' ', group.Nodes.Select(node => node.Node)));
}
