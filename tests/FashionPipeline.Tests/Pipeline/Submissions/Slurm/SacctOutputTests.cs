using FashionPipeline.Pipeline.Submissions;
using FashionPipeline.Pipeline.Submissions.Slurm;

namespace FashionPipeline.Tests.Pipeline.Submissions.Slurm;

/// <summary>What slurm-wlm 22.05 printed of job arrays with slurmdbd behind it.</summary>
public sealed class SacctOutputTests
{
    private readonly Dictionary<TaskId, JobTask> tasks = SacctOutput.Read("""
        44_0|FAILED|0:9|w1|None
        44_1|FAILED|3:0|w1|None
        44_3|COMPLETED|0:0|w2|None
        44_4|RUNNING|0:0|w1|None
        44_5|CANCELLED by 0|0:0|w2|None
        45_[0-3]|PENDING|0:0|None assigned|Dependency
        57|COMPLETED|0:0|w1|Dependency

        """);

    [Fact]
    public void Should_read_each_state() => Assert.Equal(
        [
            TaskState.Failed, TaskState.Failed, TaskState.Completed, TaskState.Running, TaskState.Cancelled, TaskState.Pending,
            TaskState.Pending, TaskState.Pending, TaskState.Pending,
        ],
        tasks.OrderBy(task => task.Key.Job, StringComparer.Ordinal).ThenBy(task => task.Key.Index).Select(task => task.Value.State));

    [Fact]
    public void Should_read_what_ended_a_task_and_where_another_one_runs()
    {
        Assert.Equal((0, 9), (tasks[new("44", 0)].ExitCode, tasks[new("44", 0)].Signal));
        Assert.Equal((3, 0), (tasks[new("44", 1)].ExitCode, tasks[new("44", 1)].Signal));
        Assert.Equal(new JobTask { State = TaskState.Running, Word = "RUNNING", Machines = "w1" }, tasks[new("44", 4)]);
        Assert.Equal("CANCELLED", tasks[new("44", 5)].Word);
        Assert.Equal(new JobTask { State = TaskState.Pending, Word = "PENDING", Reason = "Dependency" }, tasks[new("45", 2)]);
    }

    [Theory]
    [InlineData("OUT_OF_MEMORY", TaskState.OutOfMemory)]
    [InlineData("TIMEOUT", TaskState.TimedOut)]
    [InlineData("NODE_FAIL", TaskState.Lost)]
    [InlineData("PREEMPTED", TaskState.Lost)]
    [InlineData("COMPLETING", TaskState.Running)]
    [InlineData("REQUEUED", TaskState.Pending)]
    public void Should_know_what_each_word_means(string word, TaskState state) => Assert.Equal(state, SlurmWords.StateOf(word));
}
