using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Tests.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed class ScheduleTests
{
    private static readonly StageGraph Graph = new(
    [
        ScriptedStage.Node("preprocess", []), ScriptedStage.Node("train/a", ["preprocess"]), ScriptedStage.Node("train/b", ["preprocess"]),
        ScriptedStage.Node("report", ["train/a", "train/b"]),
    ]);

    [Fact]
    public void Should_begin_each_node_once_after_what_it_reads_and_in_the_order_of_the_graph()
    {
        var schedule = new Schedule(Graph, Graph.Nodes, []);

        Assert.Equal(["preprocess"], Ready(schedule));
        schedule.End(Graph["preprocess"]);
        Assert.Equal(["train/a", "train/b"], Ready(schedule));
        schedule.End(Graph["train/b"]);
        Assert.Empty(Ready(schedule));
        schedule.End(Graph["train/a"]);
        Assert.Equal(["report"], Ready(schedule));
        Assert.Empty(schedule.Pending);
    }

    [Fact]
    public void Should_wait_for_a_node_that_is_under_way_already()
    {
        var schedule = new Schedule(Graph, [Graph["report"]], [Graph["train/b"]]);

        Assert.Empty(Ready(schedule));
        schedule.End(Graph["train/b"]);
        Assert.Equal(["report"], Ready(schedule));
    }

    private static List<string> Ready(Schedule schedule)
    {
        var ready = new List<string>();
        while (schedule.Next() is { } node)
        {
            ready.Add(node.Id);
        }

        return ready;
    }
}
