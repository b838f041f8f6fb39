namespace FashionPipeline.Pipeline.Submissions;

/// <summary>A task as a cluster knows it.</summary>
public sealed record JobTask
{
    private const int Kill = 9;
    private const int KilledByShell = 128 + Kill;

    /// <summary>What it does.</summary>
    public required TaskState State { get; init; }

    /// <summary>The state in the cluster's own word: <c>NODE_FAIL</c>.</summary>
    public required string Word { get; init; }

    /// <summary>Why it has not begun, in the cluster's own word; null where that is not said.</summary>
    public string? Reason { get; init; }

    /// <summary>Names of its machines; null where it has none.</summary>
    public string? Machines { get; init; }

    /// <summary>Exit code.</summary>
    public int ExitCode { get; init; }

    /// <summary>The signal that ended it; 0 for none.</summary>
    public int Signal { get; init; }

    /// <summary>Whether it has not ended.</summary>
    public bool IsAlive => State is TaskState.Pending or TaskState.Running;

    /// <summary>Whether more memory may help: nobody else kills a program outright, as a rule.</summary>
    public bool IsOutOfMemory => State == TaskState.OutOfMemory
        || (State == TaskState.Failed && (Signal == Kill || ExitCode == KilledByShell));
}
