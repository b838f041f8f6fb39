namespace Cake.Core.Diagnostics;

/// <summary>How serious a message is.</summary>
public enum LogLevel
{
    /// <summary>Something failed.</summary>
    Error = 1,

    /// <summary>Something may be wrong.</summary>
    Warning = 2,

    /// <summary>What happens.</summary>
    Information = 3,
}
