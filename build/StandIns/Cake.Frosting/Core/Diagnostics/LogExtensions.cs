namespace Cake.Core.Diagnostics;

/// <summary>One method a level; each takes a composite format.</summary>
public static class LogExtensions
{
    /// <summary>Writes an error; always printed.</summary>
    public static void Error(this ICakeLog log, string format, params object?[] args) =>
        log?.Write(Verbosity.Quiet, LogLevel.Error, format, args);

    /// <summary>Writes a warning; printed unless quiet.</summary>
    public static void Warning(this ICakeLog log, string format, params object?[] args) =>
        log?.Write(Verbosity.Minimal, LogLevel.Warning, format, args);

    /// <summary>Writes information; printed at normal verbosity and above.</summary>
    public static void Information(this ICakeLog log, string format, params object?[] args) =>
        log?.Write(Verbosity.Normal, LogLevel.Information, format, args);
}
