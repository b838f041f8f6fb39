namespace FashionPipeline.Pipeline.Submissions;

/// <summary>A submitted step.</summary>
/// <param name="Node">Name of the step.</param>
/// <param name="Progress">How far it is.</param>
/// <param name="Array">The array in which it was submitted last.</param>
/// <param name="Index">Its index there.</param>
/// <param name="Task">Its task; null where the cluster knows it no longer.</param>
public sealed record NodeState(string Node, NodeProgress Progress, JobArray Array, int Index, JobTask? Task)
{
    /// <summary>Whether it may still come to a result by itself.</summary>
    public bool IsAlive => Progress is NodeProgress.Running or NodeProgress.Pending;

    /// <summary>In a few words where it runs, what it waits for, or how it ended; empty where nothing is to be said.</summary>
    public string Detail => (Progress, Task) switch
    {
        (NodeProgress.Running, { Machines: { } machines }) => machines,
        (NodeProgress.Pending, { Reason: { } reason }) => reason,
        (NodeProgress.Failed, null) => "no longer known to the cluster, and without a result",
        (NodeProgress.Failed, { State: TaskState.Completed }) => "ended well, and left no result",
        (NodeProgress.Failed, { Signal: > 0 } task) => FormattableString.Invariant($"{task.Word}, signal {task.Signal}"),
        (NodeProgress.Failed, { ExitCode: > 0 } task) => FormattableString.Invariant($"{task.Word}, exit code {task.ExitCode}"),
        (NodeProgress.Failed, { } task) => task.Word,
        _ => "",
    };
}
