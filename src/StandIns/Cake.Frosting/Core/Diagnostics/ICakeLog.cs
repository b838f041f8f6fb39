namespace Cake.Core.Diagnostics;

/// <summary>The log: errors go to standard error, everything else to standard output, without prefix or time.</summary>
public interface ICakeLog
{
    /// <summary>How much is printed.</summary>
    Verbosity Verbosity { get; set; }

    /// <summary>Writes a message if it is wanted.</summary>
    /// <param name="verbosity">Printed when <see cref="Verbosity"/> is at least this.</param>
    /// <param name="level">How serious it is.</param>
    /// <param name="format">A composite format.</param>
    /// <param name="args">Its values.</param>
    void Write(Verbosity verbosity, LogLevel level, string format, params object?[] args);
}
