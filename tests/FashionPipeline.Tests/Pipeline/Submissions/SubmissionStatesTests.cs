using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Submissions;

namespace FashionPipeline.Tests.Pipeline.Submissions;

public sealed class SubmissionStatesTests
{
    [Fact]
    public void Should_believe_the_store_whatever_the_cluster_says()
    {
        var states = Steps.Progress(
            Steps.Submission, [(10, 0, TaskState.Failed), (10, 1, TaskState.Running), (10, 2, TaskState.Completed)],
            Steps.With("preprocess", "train/a/1"));

        Assert.Equal(NodeProgress.Done, states["train/a/1"]);
        Assert.Equal(NodeProgress.Running, states["train/a/2"]);
        Assert.Equal(NodeProgress.Failed, states["train/b/1"]); // it says that it ended well, and the store has nothing
    }

    // Who waits for the report wants its files, which its job lays out when the store has them.
    [Fact]
    public void Should_wait_for_a_job_that_has_its_result_and_has_not_ended()
    {
        var states = Steps.Progress(Steps.Submission, [(10, 0, TaskState.Running)], Steps.With("preprocess", "train/a/1"));

        Assert.Equal(NodeProgress.Running, states["train/a/1"]);
    }

    [Fact]
    public void Should_judge_what_the_cluster_has_forgotten_by_the_store_alone()
    {
        var states = Steps.States(Steps.Submission, [], Steps.With("preprocess", "train/a/1", "train/a/2"));

        Assert.Equal(NodeProgress.Done, states.Single(state => state.Node == "train/a/2").Progress);
        var lost = states.Single(state => state.Node == "train/b/1");
        Assert.Equal((NodeProgress.Failed, "no longer known to the cluster, and without a result"), (lost.Progress, lost.Detail));
    }

    // The cluster starts a job array as a whole, or not at all.
    [Fact]
    public void Should_hold_a_whole_array_back_where_a_step_cannot_begin()
    {
        var states = Steps.Progress(
            Steps.Submission,
            [
                (10, 0, TaskState.Completed), (10, 1, TaskState.Failed), (10, 2, TaskState.Running), (11, 0, TaskState.Pending),
                (12, 0, TaskState.Pending), (12, 1, TaskState.Pending), (12, 2, TaskState.Cancelled), (13, 0, TaskState.Pending),
            ],
            Steps.With("preprocess", "train/a/1"));

        Assert.All(["evaluate/a/1", "evaluate/a/2", "evaluate/b/1", "report"], step => Assert.Equal(NodeProgress.Blocked, states[step]));
        Assert.Equal(NodeProgress.Pending, states["embed"]);
    }

    [Fact]
    public void Should_tell_a_step_that_somebody_cancelled_from_one_that_lost_what_it_needs()
    {
        var states = Steps.Progress(
            Steps.Submission, [(10, 0, TaskState.Cancelled), (12, 0, TaskState.Cancelled)], Steps.With("preprocess"));

        Assert.Equal(NodeProgress.Failed, states["train/a/1"]);
        Assert.Equal(NodeProgress.Blocked, states["evaluate/a/1"]);
    }

    [Fact]
    public void Should_look_at_the_last_attempt_of_a_step()
    {
        var submission = Steps.Submission.With(Steps.Array(5, "train/a/2"));

        var states = Steps.Progress(submission, [(10, 1, TaskState.Failed), (14, 0, TaskState.Running)], Steps.With("preprocess"));

        Assert.Equal(NodeProgress.Running, states["train/a/2"]);
    }

    [Fact]
    public void Should_leave_out_what_is_no_longer_part_of_the_plan()
    {
        var rest = new PipelinePlan("small", [.. Steps.Plan.Where(node => !node.Node.Contains("/b/", StringComparison.Ordinal))]);

        var states = Steps.Progress(Steps.Submission, [(10, 2, TaskState.Completed)], rest);

        Assert.Equal(NodeProgress.LeftOut, states["train/b/1"]);
        Assert.Equal(NodeProgress.LeftOut, states["evaluate/b/1"]);
    }

    // A seed that somebody removed has not diverged.
    [Fact]
    public void Should_have_no_state_of_what_another_experiment_was_submitted_with()
    {
        var rest = new PipelinePlan("small", [.. Steps.Plan.Where(node => !node.Node.Contains("/b/", StringComparison.Ordinal))]);
        var submission = Steps.Submission with { Arrays = [.. Steps.Submission.Arrays.Select(array => array with { Source = "other" })] };

        var states = Steps.States(submission, [(10, 2, TaskState.Completed)], rest);

        Assert.DoesNotContain(states, state => state.Node.Contains("/b/", StringComparison.Ordinal));
        Assert.Contains(states, state => state.Node == "train/a/1");
        Assert.Equal(
            NodeProgress.Running,
            Steps.Progress(submission, [(10, 2, TaskState.Running)], rest)["train/b/1"]); // somebody has to be able to cancel it
    }

    [Fact]
    public void Should_say_of_each_stage_in_a_line_how_far_it_is()
    {
        var states = Steps.States(
            Steps.Submission, [(10, 0, TaskState.Completed), (10, 1, TaskState.Running), (10, 2, TaskState.Pending),
                (11, 0, TaskState.Failed)],
            Steps.With("preprocess", "train/a/1"));

        Assert.Equal(
            ["train     1 done, 1 running, 1 pending", "evaluate  3 cannot begin", "embed     1 failed", "report    1 cannot begin"],
            StateSummary.Lines(states));
    }
}
