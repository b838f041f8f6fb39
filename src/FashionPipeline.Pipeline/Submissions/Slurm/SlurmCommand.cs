using System.ComponentModel;
using System.Diagnostics;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Submissions.Slurm;

/// <summary>Runs a command of Slurm and gives what it prints.</summary>
internal static class SlurmCommand
{
    /// <summary>Runs it and waits for its end.</summary>
    /// <param name="name">Its name: <c>sbatch</c>.</param>
    /// <param name="arguments">Its arguments; no shell sees them.</param>
    /// <exception cref="InputException">There is no such command, or it refuses; the message has its own words.</exception>
    public static string Run(string name, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C", ["SLURM_TIME_FORMAT"] = "standard" },
        };

        // A job that submits others hands none of its own place and size on.
        foreach (var variable in start.Environment.Keys.Where(IsOfJob).ToList())
        {
            start.Environment.Remove(variable);
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output
                : throw new InputException($"{name} refused (exit code {process.ExitCode}): {errors.GetAwaiter().GetResult().Trim()}");
        }
        catch (Win32Exception fault)
        {
            throw new InputException(
                $"{name} did not start: {fault.Message}\nExpected the commands of Slurm. Submit on a machine of the cluster that has them, "
                + "or run here.", fault);
        }
    }

    private static bool IsOfJob(string variable) =>
        variable.StartsWith("SLURM_", StringComparison.Ordinal)
        && variable is not ("SLURM_CONF" or "SLURM_CLUSTERS" or "SLURM_TIME_FORMAT");
}
