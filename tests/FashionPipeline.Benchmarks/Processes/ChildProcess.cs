using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Benchmarks.Processes;

/// <summary>Runs a program to its end and measures it from outside, the same way for every language.</summary>
internal static class ChildProcess
{
    // The high-water mark is the kernel's own: only what the last interval before the end adds to it can be missed.
    private const int PollMilliseconds = 20;

    /// <summary>The command that runs this program, so that its children are of the same version.</summary>
    public static string DotNet { get; } =
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>Runs a program.</summary>
    /// <param name="command">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables that it gets besides ours; null takes one away.</param>
    /// <exception cref="InputException">It cannot be started, or it fails; the message holds what it printed.</exception>
    public static ChildRun Run(string command, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true,
            RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        var lines = new ConcurrentQueue<string>();
        var errors = new ConcurrentQueue<string>();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(lines, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        var clock = Stopwatch.StartNew();
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new InputException(
                $"'{command}' cannot be started: {fault.Message}.", fault);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var peak = 0d;
        while (!process.WaitForExit(PollMilliseconds))
        {
            peak = Math.Max(peak, PeakMegabytes(process));
        }

        var seconds = clock.Elapsed.TotalSeconds;
        process.WaitForExit(); // for the rest of the output
        return process.ExitCode == 0
            ? new ChildRun(seconds, peak, [.. lines])
            : throw new InputException($"{command} {string.Join(' ', arguments)}\nended with exit code "
                + $"{process.ExitCode}:\n{string.Join('\n', [.. lines, .. errors])}");
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    private static double PeakMegabytes(Process process)
    {
        try
        {
            if (OperatingSystem.IsLinux())
            {
                var line = File.ReadLines($"/proc/{process.Id}/status")
                    .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
                return line is null ? 0
                    : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
            }

            process.Refresh();
            return Math.Max(process.PeakWorkingSet64, process.WorkingSet64) / 1048576d;
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException)
        {
            return 0; // it has just ended
        }
    }
}
