using System.Globalization;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Execution;

/// <summary>Prints banners and the summary.</summary>
internal sealed class ReportPrinter(IConsole console, ICakeLog log)
{
    private const int NameWidth = 29;

    public void PrintStep(string name) => PrintBanner(name, '=', Verbosity.Normal);

    public void PrintLifetimeStep(string name) => PrintBanner(name, '-', Verbosity.Normal);

    public void PrintSkippedStep(string name) => PrintBanner(name, '-', Verbosity.Verbose);

    public void PrintSummary(IReadOnlyList<ReportEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var width = Math.Max(NameWidth, entries.Max(entry => entry.Name.Length)) + 1;
        var format = string.Create(CultureInfo.InvariantCulture, $"{{0,-{width}}}{{1,-20}}{{2,-20}}");
        var rule = new string('-', width + 40);
        try
        {
            console.ForegroundColor = ConsoleColor.Green;
            console.WriteLine("{0}", "");
            console.WriteLine(format, "Task", "Duration", "Status");
            console.WriteLine("{0}", rule);
            foreach (var entry in entries.Where(IsShown))
            {
                console.ForegroundColor = Colour(entry);
                console.WriteLine(format, entry.Name, entry.Status == ReportStatus.Skipped ? "-" : Format(entry.Duration), Word(entry.Status));
            }

            console.ForegroundColor = ConsoleColor.Green;
            console.WriteLine("{0}", rule);
            console.WriteLine(format, "Total:", Format(new TimeSpan(entries.Sum(entry => entry.Duration.Ticks))), "");
        }
        finally
        {
            console.ResetColor();
        }
    }

    private void PrintBanner(string name, char line, Verbosity verbosity)
    {
        if (log.Verbosity < verbosity)
        {
            return;
        }

        console.WriteLine("{0}", "");
        console.WriteLine("{0}", new string(line, 40));
        console.WriteLine("{0}", name);
        console.WriteLine("{0}", new string(line, 40));
    }

    private bool IsShown(ReportEntry entry) => entry.Status != ReportStatus.Delegated || log.Verbosity >= Verbosity.Verbose;

    private static string Format(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);

    private static string Word(ReportStatus status) => status switch
    {
        ReportStatus.Failed => "Failed",
        ReportStatus.Skipped => "Skipped",
        _ => "Succeeded",
    };

    private static ConsoleColor Colour(ReportEntry entry) => entry switch
    {
        { Status: ReportStatus.Failed } => ConsoleColor.Red,
        { IsLifetime: true } => ConsoleColor.Cyan,
        { Status: ReportStatus.Executed } => ConsoleColor.Green,
        _ => ConsoleColor.Gray,
    };
}
