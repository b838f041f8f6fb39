namespace FashionPipeline.Pipeline.Submissions;

/// <summary>What a cluster says of a task.</summary>
public enum TaskState
{
    /// <summary>It has not begun, or begins again.</summary>
    Pending,

    /// <summary>It is under way.</summary>
    Running,

    /// <summary>It ended with exit code 0.</summary>
    Completed,

    /// <summary>It ended with another exit code, or by a signal.</summary>
    Failed,

    /// <summary>It was ended for taking more memory than it was given.</summary>
    OutOfMemory,

    /// <summary>It was ended for taking more time than it was given.</summary>
    TimedOut,

    /// <summary>Its machine failed or was taken away, and it does not begin again by itself.</summary>
    Lost,

    /// <summary>Somebody cancelled it, or what it depends on failed.</summary>
    Cancelled,
}
