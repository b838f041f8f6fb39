using System.Globalization;
using Cake.Core.Diagnostics;

namespace Cake.Core;

internal sealed class CakeReportPrinter(IConsole console, ICakeLog log) : ICakeReportPrinter
{
    public void WriteStep(string name, Verbosity verbosity)
    {
        if (verbosity >= Verbosity.Normal)
        {
            var line = new string('=', 40);
            Array.ForEach(["", line, name, line], text => console.WriteLine("{0}", text));
        }
    }

    public void WriteLifeCycleStep(string name, Verbosity verbosity)
    {
    }

    public void WriteSkippedStep(string name, Verbosity verbosity)
    {
    }

    public void Write(CakeReport report)
    {
        var width = Math.Max(29, report.Max(entry => entry.TaskName.Length)) + 1;
        var format = string.Create(CultureInfo.InvariantCulture, $"{{0,-{width}}}{{1,-20:c}}{{2,-20}}");
        var rule = new string('-', width + 40);
        try
        {
            console.ForegroundColor = ConsoleColor.Green;
            console.WriteLine("{0}", "");
            console.WriteLine(format, "Task", "Duration", "Status");
            console.WriteLine("{0}", rule);
            foreach (var entry in report)
            {
                // A task that merely gathers its dependencies is no news.
                if (entry.ExecutionStatus != CakeTaskExecutionStatus.Delegated || log.Verbosity >= Verbosity.Verbose)
                {
                    var hasFailed = entry.ExecutionStatus == CakeTaskExecutionStatus.Failed;
                    console.ForegroundColor = hasFailed ? ConsoleColor.Red : ConsoleColor.Green;
                    console.WriteLine(format, entry.TaskName, entry.Duration, hasFailed ? "Failed" : "Succeeded");
                }
            }

            console.ForegroundColor = ConsoleColor.Green;
            console.WriteLine("{0}", rule);
            console.WriteLine(format, "Total:", new TimeSpan(report.Sum(entry => entry.Duration.Ticks)), "");
        }
        finally
        {
            console.ResetColor();
        }
    }
}
