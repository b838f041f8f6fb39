namespace Cake.Core.Diagnostics;

/// <summary>How much is printed.</summary>
public enum Verbosity
{
    /// <summary>Errors only.</summary>
    Quiet = 0,

    /// <summary>Warnings too.</summary>
    Minimal = 1,

    /// <summary>What a user wants to see.</summary>
    Normal = 2,

    /// <summary>More than that.</summary>
    Verbose = 3,

    /// <summary>Everything, stack traces included.</summary>
    Diagnostic = 4,
}
