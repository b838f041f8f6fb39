using System.Collections.Concurrent;
using System.Diagnostics;
using FashionPipeline.Download;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;
using Spectre.Console;

namespace FashionPipeline.Pipeline.Execution.Live;

/// <summary>A bar for all that has to run, and under it one for each node or file that is under way; they go when they are done.</summary>
internal sealed class LiveView
{
    private const int WideConsole = 100;
    private const int BarWidth = 16;

    private readonly ConcurrentDictionary<string, ProgressTask> bars = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Func<string>> details;
    private readonly ProgressContext context;
    private readonly ProgressTask all;
    private readonly TimeLeft left;
    private readonly bool isWide;

    private LiveView(ProgressContext context, TimeLeft left, bool isWide, ConcurrentDictionary<int, Func<string>> details)
    {
        (this.context, this.left, this.isWide, this.details) = (context, left, isWide, details);
        all = context.AddTask("all", maxValue: left.Total);
        (all.Value, details[all.Id]) = (left.Done, TextOfAll);
    }

    /// <summary>Does <paramref name="work"/> with a view at its disposal.</summary>
    /// <param name="console">A terminal.</param>
    /// <param name="left">What has to run.</param>
    /// <param name="work">The work.</param>
    public static void During(IAnsiConsole console, TimeLeft left, Action<LiveView> work)
    {
        var details = new ConcurrentDictionary<int, Func<string>>();
        var text = new DetailColumn(bar => details.TryGetValue(bar.Id, out var detail) ? detail() : "");
        console.Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = BarWidth }, text)
            .Start(context => work(new LiveView(context, left, console.Profile.Width >= WideConsole, details)));
    }

    /// <summary>A node begins.</summary>
    public void Begin(string id)
    {
        var clock = Stopwatch.StartNew();
        Add(id, 1, () => FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:0} s")).IsIndeterminate = true;
    }

    /// <summary>A node has ended, or a file is there.</summary>
    public void End(string name)
    {
        if (bars.TryRemove(name, out var bar))
        {
            bar.StopTask();
            bar.Value = bar.MaxValue;
        }

        (all.MaxValue, all.Value) = (left.Total, left.Done);
    }

    /// <summary>A training is so far.</summary>
    /// <param name="id">Name of its node.</param>
    /// <param name="progress">How far.</param>
    /// <param name="finished">The figures of the last epoch that is finished; null for none.</param>
    public void Show(string id, TrainingProgress progress, EpochMetrics? finished)
    {
        var bar = bars[id];
        (bar.IsIndeterminate, bar.Value) = (false, progress.Share);
        details[bar.Id] = () => TextOf(progress, finished);
    }

    /// <summary>A file is so far.</summary>
    public void Show(DownloadProgress progress)
    {
        var (name, bytes) = (progress.File.Name, progress.File.Bytes);
        var bar = bars.GetValueOrDefault(name) ?? Add(name, bytes, () => FormattableString.Invariant($"of {bytes / 1e6:0.0} MB"));
        bar.Value = progress.Bytes;
        if (progress.Bytes >= bytes)
        {
            End(name);
        }
    }

    private ProgressTask Add(string name, double length, Func<string> detail)
    {
        var bar = bars[name] = context.AddTask(Markup.Escape(name), maxValue: length);
        details[bar.Id] = detail;
        return bar;
    }

    private string TextOf(TrainingProgress progress, EpochMetrics? finished)
    {
        var now = isWide
            ? FormattableString.Invariant(
                $"epoch {progress.Epoch}/{progress.Epochs}  loss {progress.Loss:0.000}  accuracy {progress.Accuracy:0.000}")
            : FormattableString.Invariant($"{progress.Epoch}/{progress.Epochs}  loss {progress.Loss:0.000} acc {progress.Accuracy:0.000}");
        return now + (finished is not { } epoch ? ""
            : isWide ? FormattableString.Invariant($"  validation {epoch.ValidationLoss:0.000}, {epoch.ValidationAccuracy:0.000}")
            : FormattableString.Invariant($"  val {epoch.ValidationLoss:0.000} {epoch.ValidationAccuracy:0.000}"));
    }

    private string TextOfAll()
    {
        var steps = FormattableString.Invariant($"{left.Done} of {left.Total} steps");
        return left.Seconds is { } seconds ? FormattableString.Invariant($"{steps}, about {Minutes(seconds)} left") : steps;
    }

    private static string Minutes(double seconds) => seconds < 60
        ? FormattableString.Invariant($"{seconds:0} s")
        : FormattableString.Invariant($"{Math.Ceiling(seconds / 60):0} min");
}
