using System.Diagnostics;

namespace Build.Proofs;

/// <summary>What the portability program said on one machine.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Seen">The machine as the program saw it.</param>
/// <param name="Digest">Digest of all results.</param>
/// <param name="Faults">The cases that differ from the repository's digests, or why there is no result.</param>
public sealed record MachineRun(Machine Machine, string Seen, string Digest, IReadOnlyList<string> Faults)
{
    private const int SecondsAtMost = 300;
    private const int DiffersExitCode = 1;
    private const int FirstSignalExitCode = 129;

    /// <summary>Runs the program, once more where a signal ended it and the machine allows another attempt.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="command">The program and its arguments.</param>
    public static MachineRun Of(Machine machine, IReadOnlyList<string> command)
    {
        var (exitCode, run) = Start(machine, command);
        for (var attempt = 1; attempt < machine.Attempts && exitCode >= FirstSignalExitCode; attempt++)
        {
            (exitCode, run) = Start(machine, command);
        }

        return run;
    }

    /// <summary>Reads what the program printed: its machine, a line for each case that differs, the digest.</summary>
    public static MachineRun Read(Machine machine, int exitCode, string output, string errors)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (exitCode is not 0 and not DiffersExitCode || lines.Length < 2)
        {
            return new(machine, "-", "-", [$"ended with exit code {exitCode}: {LastLine(errors)}"]);
        }

        var (seen, digest, faults) = (lines[0], lines[^1], lines[1..^1]);
        var hasEffect = seen.Contains(machine.Shows, StringComparison.Ordinal)
            && (machine.Hides is null || !seen.Contains(machine.Hides, StringComparison.Ordinal));
        return new(machine, seen, digest, hasEffect ? faults : [$"had no effect: the program saw {seen}", .. faults]);
    }

    private static (int ExitCode, MachineRun Run) Start(Machine machine, IReadOnlyList<string> command)
    {
        string[] words = [.. machine.Prefix, .. command];
        var start = new ProcessStartInfo(words[0], words[1..]) { UseShellExecute = false,
            RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in machine.Environment)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        using var interruption = Interruption.EndWithThis(process);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromSeconds(SecondsAtMost)))
        {
            process.Kill(entireProcessTree: true);
            return (0, new(machine, "-", "-", [$"did not end within {SecondsAtMost} seconds"]));
        }

        return (process.ExitCode, Read(machine, process.ExitCode, output.Result, errors.Result));
    }

    // An emulator warns of every feature that it lacks.
    private static string LastLine(string errors) => errors
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .LastOrDefault(line => !line.Contains(": warning:", StringComparison.Ordinal)) ?? "it said nothing";
}
