namespace Cake.Execution;

/// <summary>A line of the summary.</summary>
internal sealed record ReportEntry(string Name, TimeSpan Duration, ReportStatus Status);

/// <summary>How a task ended.</summary>
internal enum ReportStatus
{
    Executed,

    /// <summary>A task that merely gathers its dependencies.</summary>
    Delegated,

    Failed,
}
