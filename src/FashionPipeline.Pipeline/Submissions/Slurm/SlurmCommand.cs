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
        };

        // A job that submits others hands none of its own place and size on.
        foreach (var variable in start.Environment.Keys.Where(IsOfJob).ToList())
        {
            start.Environment.Remove(variable);
        }

        // What answers in one form for a program; a job gets what it is submitted with.
        if (name != "sbatch")
        {
            (start.Environment["LC_ALL"], start.Environment["SLURM_TIME_FORMAT"]) = ("C", "standard");
            start.Environment["SLURM_BITSTR_LEN"] = "0"; // lists of tasks are cut off otherwise
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
                $"{name} is not there, or cannot be started.\nExpected the commands of Slurm in PATH. Submit on a machine of the cluster, "
                + "or run here, without an executor.", fault);
        }
    }

    private static bool IsOfJob(string variable) =>
        variable.StartsWith("SLURM_", StringComparison.Ordinal)
        && variable is not ("SLURM_CONF" or "SLURM_CLUSTERS" or "SLURM_JWT");
}
