using Build;
using Cake.Core;
using Cake.Core.Diagnostics;

namespace FashionPipeline.Tests.Build;

public sealed class RunSummaryTests
{
    [Fact]
    public void Should_say_in_one_line_how_long_it_took_and_what_took_longest() =>
        Assert.Equal(["Done in 1 min 11 s: Train 60.0 s, Embed 8.0 s, Report 3.0 s"], Said(Verbosity.Normal, report =>
        {
            report.Add("Download", TimeSpan.FromSeconds(0.2));
            report.Add("Train", TimeSpan.FromSeconds(59.96));
            report.Add("Embed", TimeSpan.FromSeconds(8));
            report.Add("Report", TimeSpan.FromSeconds(3));
            report.AddDelegated("Default", TimeSpan.FromSeconds(1));
        }));

    [Fact]
    public void Should_say_what_failed() => Assert.Equal(["Train failed after 2.0 s"], Said(Verbosity.Normal, report =>
        report.AddFailed("Train", TimeSpan.FromSeconds(2))));

    [Fact]
    public void Should_list_all_tasks_where_more_is_asked_for() =>
        Assert.Equal(["0.0 s  Download", "2.0 s  Train", "Done in 2.0 s: Train 2.0 s"], Said(Verbosity.Verbose, report =>
        {
            report.Add("Download", TimeSpan.Zero);
            report.Add("Train", TimeSpan.FromSeconds(2));
        }));

    [Fact]
    public void Should_say_nothing_where_less_is_asked_for() =>
        Assert.Empty(Said(Verbosity.Minimal, report => report.Add("Train", TimeSpan.FromSeconds(2))));

    private static List<string> Said(Verbosity verbosity, Action<CakeReport> fill)
    {
        var console = new Lines();
        var report = new CakeReport();
        fill(report);
        new RunSummary(console, new Log { Verbosity = verbosity }).Write(report);
        return console.Written;
    }

    private sealed class Log : ICakeLog
    {
        public Verbosity Verbosity { get; set; }

        public void Write(Verbosity verbosity, LogLevel level, string format, params object?[] args)
        {
        }
    }

    private sealed class Lines : IConsole
    {
        public List<string> Written { get; } = [];

        public ConsoleColor ForegroundColor { get; set; }

        public void ResetColor()
        {
        }

        public void Write(string format, params object?[] arg)
        {
        }

        public void WriteLine(string format, params object?[] arg) => Written.Add(string.Format(format, arg));

        public void WriteError(string format, params object?[] arg)
        {
        }

        public void WriteErrorLine(string format, params object?[] arg)
        {
        }
    }
}
