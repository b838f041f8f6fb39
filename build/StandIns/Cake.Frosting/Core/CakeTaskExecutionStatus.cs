namespace Cake.Core;

/// <summary>How a task ended.</summary>
public enum CakeTaskExecutionStatus
{
    /// <summary>It did what it does.</summary>
    Executed,

    /// <summary>It merely gathers others.</summary>
    Delegated,

    /// <summary>It was not to run.</summary>
    Skipped,

    /// <summary>It failed.</summary>
    Failed,
}
