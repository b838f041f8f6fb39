namespace Cake.Core;

/// <summary>How the run ended.</summary>
public interface ITeardownContext : ICakeContext
{
    /// <summary>Whether nothing was thrown.</summary>
    bool Successful { get; }

    /// <summary>What was thrown; null when the run was successful.</summary>
    Exception? ThrownException { get; }
}
