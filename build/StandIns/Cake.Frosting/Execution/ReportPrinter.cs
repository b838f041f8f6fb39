using System.Globalization;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Execution;

/// <summary>Prints banners and the summary.</summary>
internal sealed class ReportPrinter(IConsole console, ICakeLog log)
{
    public void PrintStep(string name)
    {
        if (log.Verbosity >= Verbosity.Normal)
        {
            var line = new string('=', 40);
            Array.ForEach(["", line, name, line], text => console.WriteLine("{0}", text));
        }
    }

    public void PrintSummary(IReadOnlyList<(TaskDefinition Task, TimeSpan Duration, bool Successful)> report)
    {
        var width = Math.Max(29, report.Max(entry => entry.Task.Name.Length)) + 1;
        var format = string.Create(CultureInfo.InvariantCulture, $"{{0,-{width}}}{{1,-20:c}}{{2,-20}}");
        var rule = new string('-', width + 40);
        try
        {
            console.ForegroundColor = ConsoleColor.Green;
            console.WriteLine("{0}", "");
            console.WriteLine(format, "Task", "Duration", "Status");
            console.WriteLine("{0}", rule);
            foreach (var (task, duration, successful) in report)
            {
                // A task that merely gathers its dependencies is no news.
                if (task.HasRun || !successful || log.Verbosity >= Verbosity.Verbose)
                {
                    console.ForegroundColor = successful ? ConsoleColor.Green : ConsoleColor.Red;
                    console.WriteLine(format, task.Name, duration, successful ? "Succeeded" : "Failed");
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
