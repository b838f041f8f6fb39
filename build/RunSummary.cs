using System.Globalization;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Build;

/// <summary>
/// What is said around the work, in place of Cake's banners and its table: one line in the end with the time that the run took, and the
/// tasks that took most of it. What a task does, it says itself.
/// </summary>
public sealed class RunSummary(IConsole console, ICakeLog log) : ICakeReportPrinter
{
    private const int MostTasks = 3;

    // Less is not worth a word.
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(0.05);

    /// <inheritdoc/>
    public void Write(CakeReport report)
    {
        var ran = report.Where(entry => entry.ExecutionStatus != CakeTaskExecutionStatus.Delegated).ToList();
        if (log.Verbosity >= Verbosity.Verbose)
        {
            ran.ForEach(entry => console.WriteLine("{0}  {1}", SecondsOf(entry.Duration), entry.TaskName));
        }

        if (log.Verbosity >= Verbosity.Normal)
        {
            console.WriteLine("{0}", LineOf(ran));
        }
    }

    /// <inheritdoc/>
    public void WriteStep(string name, Verbosity verbosity)
    {
        if (verbosity >= Verbosity.Verbose)
        {
            console.WriteLine("{0}:", name);
        }
    }

    /// <inheritdoc/>
    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
    }

    /// <inheritdoc/>
    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
    }

    private static string LineOf(IReadOnlyList<CakeReportEntry> ran)
    {
        var failed = ran.FirstOrDefault(entry => entry.ExecutionStatus == CakeTaskExecutionStatus.Failed);
        var longest = ran.Where(entry => entry.Duration >= Noticeable).OrderByDescending(entry => entry.Duration).Take(MostTasks).ToList();
        var total = SecondsOf(new TimeSpan(ran.Sum(entry => entry.Duration.Ticks)));
        return (failed is null ? $"Done in {total}" : $"{failed.TaskName} failed after {total}")
            + (ran.Count < 2 || longest.Count == 0 ? ""
                : $": {string.Join(", ", longest.Select(entry => $"{entry.TaskName} {SecondsOf(entry.Duration)}"))}");
    }

    private static string SecondsOf(TimeSpan duration) => duration.TotalMinutes < 1
        ? duration.TotalSeconds.ToString("0.0' s'", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(duration.TotalMinutes)} min {duration.Seconds} s");
}
