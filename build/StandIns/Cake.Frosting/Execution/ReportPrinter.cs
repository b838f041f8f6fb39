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

    public void PrintSummary(IReadOnlyList<ReportEntry> entries)
    {
        var width = Math.Max(29, entries.Max(entry => entry.Name.Length)) + 1;
        var format = string.Create(CultureInfo.InvariantCulture, $"{{0,-{width}}}{{1,-20:c}}{{2,-20}}");
        var rule = new string('-', width + 40);
        try
        {
            console.ForegroundColor = ConsoleColor.Green;
            console.WriteLine("{0}", "");
            console.WriteLine(format, "Task", "Duration", "Status");
            console.WriteLine("{0}", rule);
            foreach (var entry in entries.Where(entry => entry.Status != ReportStatus.Delegated || log.Verbosity >= Verbosity.Verbose))
            {
                var hasFailed = entry.Status == ReportStatus.Failed;
                console.ForegroundColor = hasFailed ? ConsoleColor.Red : ConsoleColor.Green;
                console.WriteLine(format, entry.Name, entry.Duration, hasFailed ? "Failed" : "Succeeded");
            }

            console.ForegroundColor = ConsoleColor.Green;
            console.WriteLine("{0}", rule);
            console.WriteLine(format, "Total:", new TimeSpan(entries.Sum(entry => entry.Duration.Ticks)), "");
        }
        finally
        {
            console.ResetColor();
        }
    }
}
