namespace Cake.Core.Diagnostics;

/// <summary>How serious a message is.</summary>
public enum LogLevel
{
    /// <summary>The end of the run.</summary>
    Fatal = 0,

    /// <summary>Something failed.</summary>
    Error = 1,

    /// <summary>Something may be wrong.</summary>
    Warning = 2,

    /// <summary>What happens.</summary>
    Information = 3,

    /// <summary>More of what happens.</summary>
    Verbose = 4,

    /// <summary>For those who look for a fault.</summary>
    Debug = 5,
}
