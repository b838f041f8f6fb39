namespace Cake.Core.Diagnostics;

/// <summary>One method a level.</summary>
public static class LogExtensions
{
    /// <summary>Writes an error; always printed.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">A composite format.</param>
    /// <param name="args">Its values.</param>
    public static void Error(this ICakeLog log, string format, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(log);
        log.Write(Verbosity.Quiet, LogLevel.Error, format, args);
    }

    /// <summary>Writes an error; always printed.</summary>
    /// <param name="log">The log.</param>
    /// <param name="value">The text as it is; braces mean nothing.</param>
    public static void Error(this ICakeLog log, string value) => log.Error("{0}", [value]);

    /// <summary>Writes a warning; printed unless quiet.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">A composite format.</param>
    /// <param name="args">Its values.</param>
    public static void Warning(this ICakeLog log, string format, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(log);
        log.Write(Verbosity.Minimal, LogLevel.Warning, format, args);
    }

    /// <summary>Writes a warning; printed unless quiet.</summary>
    /// <param name="log">The log.</param>
    /// <param name="value">The text as it is; braces mean nothing.</param>
    public static void Warning(this ICakeLog log, string value) => log.Warning("{0}", [value]);

    /// <summary>Writes information; printed at normal verbosity and above.</summary>
    /// <param name="log">The log.</param>
    /// <param name="format">A composite format.</param>
    /// <param name="args">Its values.</param>
    public static void Information(this ICakeLog log, string format, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(log);
        log.Write(Verbosity.Normal, LogLevel.Information, format, args);
    }

    /// <summary>Writes information; printed at normal verbosity and above.</summary>
    /// <param name="log">The log.</param>
    /// <param name="value">The text as it is; braces mean nothing.</param>
    public static void Information(this ICakeLog log, string value) => log.Information("{0}", [value]);
}
