namespace Cake.Core;

/// <summary>What a task took.</summary>
public sealed class CakeReportEntry
{
    internal CakeReportEntry(string task, TimeSpan duration, CakeTaskExecutionStatus status) =>
        (TaskName, Duration, ExecutionStatus) = (task, duration, status);

    /// <summary>Name of the task.</summary>
    public string TaskName { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; }

    /// <summary>How it ended.</summary>
    public CakeTaskExecutionStatus ExecutionStatus { get; }
}
