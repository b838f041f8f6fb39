using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FashionPipeline.Endurance;

/// <summary>Kills the whole process group of a run at random moments, life after life, and lets each life end undisturbed.</summary>
internal static class Kills
{
    private const int KillsPerLife = 5;
    private const int SigKill = 9;
    private const double LatestMoment = 0.6; // of an undisturbed run: each goes on where the last one was killed

    public static void Run(Trial trial)
    {
        var clock = Stopwatch.StartNew();
        trial.Report("store", "reports");
        var whole = clock.Elapsed;
        var expected = trial.Digests("reports");
        var kills = 0;
        for (var life = 1; kills < trial.Times; life++)
        {
            trial.Clear("store");
            trial.Clear("reports");
            for (var i = 0; i < KillsPerLife && kills < trial.Times; i++)
            {
                kills += KillOne(trial, whole * (LatestMoment * trial.Random.NextDouble())) ? 1 : 0;
            }

            trial.Report("store", "reports");
            if (trial.Digests("reports") != expected)
            {
                trial.Fault($"life {life} ended with another report");
            }

            trial.Verify("store");
            Console.WriteLine($"life {life}: {kills} kills so far");
        }
    }

    // A run that ends before its moment was not killed.
    private static bool KillOne(Trial trial, TimeSpan moment)
    {
        using var process = trial.Start("store", "reports", ["--target", "Report", "--experiment", "quickstart", .. Trial.Small]);
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        var killed = !process.WaitForExit(moment);
        _ = Kill(-process.Id, SigKill);
        process.WaitForExit();
        return killed;
    }

    // Not the command of this name: some versions read the number of a group as options, and kill everything.
    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
