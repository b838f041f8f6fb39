namespace Cake.Core.Diagnostics;

/// <summary>The log: errors go to standard error, everything else to standard output, without prefix or time.</summary>
public interface ICakeLog
{
    /// <summary>How much is printed.</summary>
    Verbosity Verbosity { get; set; }

    /// <summary>Writes a composite format, when <see cref="Verbosity"/> is at least <paramref name="verbosity"/>.</summary>
    void Write(Verbosity verbosity, LogLevel level, string format, params object?[] args);
}
