using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Submissions;

namespace FashionPipeline.Tests.Pipeline.Submissions;

public sealed class RetryPlanTests
{
    [Fact]
    public void Should_try_again_with_twice_the_memory_where_memory_was_lacking()
    {
        var retries = Plan(TaskState.OutOfMemory);

        Assert.Equal(["train/a/2", "evaluate/a/1", "evaluate/a/2", "evaluate/b/1", "report"], retries.Nodes.Select(node => node.Node));
        Assert.Equal((new NodeResources { MemoryMegabytes = 8192 }, 1), retries.Get["train/a/2"]);
        Assert.Equal((new NodeResources(), 0), retries.Get["report"]);
        Assert.Empty(retries.GivenUp);
    }

    [Theory]
    [InlineData(TaskState.TimedOut)]
    [InlineData(TaskState.Lost)]
    public void Should_try_again_with_the_same_where_time_or_the_machine_was_lost(TaskState state) =>
        Assert.Equal((new NodeResources(), 1), Plan(state).Get["train/a/2"]);

    [Theory]
    [InlineData(TaskState.Failed)]
    [InlineData(TaskState.Cancelled)]
    [InlineData(TaskState.Completed)]
    public void Should_give_up_what_would_fail_again_and_what_needs_it(TaskState state)
    {
        var retries = Plan(state);

        Assert.Equal(["evaluate/a/1", "evaluate/b/1"], retries.Nodes.Select(node => node.Node));
        Assert.Equal("train/a/2", Assert.Single(retries.GivenUp).Node);
    }

    [Theory]
    [InlineData(9, 0, true)]
    [InlineData(0, 137, true)]
    [InlineData(15, 0, false)]
    [InlineData(0, 255, false)]
    public void Should_take_a_program_that_was_killed_outright_for_one_that_lacked_memory(int signal, int exitCode, bool isSo) =>
        Assert.Equal(isSo, new JobTask { State = TaskState.Failed, Word = "FAILED", Signal = signal, ExitCode = exitCode }.IsOutOfMemory);

    [Fact]
    public void Should_try_again_so_often_and_no_more()
    {
        NodeState After(int retries) => new(
            "train/a/2", NodeProgress.Failed, Steps.Array(1, "train/a/2") with { Retries = retries }, 0,
            new JobTask { State = TaskState.TimedOut, Word = "TIMEOUT" });

        Assert.NotNull(RetryRule.Next(After(RetryRule.Most - 1)));
        Assert.Null(RetryRule.Next(After(RetryRule.Most)));
    }

    [Fact]
    public void Should_leave_alone_what_is_under_way()
    {
        var states = Steps.States(
            Steps.Submission, [(10, 0, TaskState.Running), (10, 1, TaskState.Running), (10, 2, TaskState.TimedOut),
                (11, 0, TaskState.Pending)],
            Steps.With("preprocess"));

        Assert.DoesNotContain(
            RetryPlan.Of(states, Steps.With("preprocess")).Nodes, node => node.Node is "train/a/1" or "train/a/2" or "embed");
    }

    // One of three trainings ended so, all else went well or waits.
    private static RetryPlan Plan(TaskState state)
    {
        var plan = Steps.With("preprocess", "train/a/1", "train/b/1", "embed");
        return RetryPlan.Of(Steps.States(Steps.Submission, [(10, 1, state), (12, 0, TaskState.Pending)], plan), plan);
    }
}
