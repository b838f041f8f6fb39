using FashionPipeline.Data.Download;
using FashionPipeline.Training;
using Spectre.Console;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>
/// What a person sees of the work: a line a stage, and under it live bars where the output is a terminal, or a line an epoch
/// and a line a file where it is not.
/// </summary>
public sealed class Display
{
    private readonly IAnsiConsole console;
    private ProgressContext? bars;

    /// <param name="console">The console; null for the process's own.</param>
    public Display(IAnsiConsole? console = null) => this.console = console ?? AnsiConsole.Console;

    private bool IsLive => console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal;

    /// <summary>Writes a line; from any thread.</summary>
    public void Line(string text)
    {
        lock (console)
        {
            // Above live bars only the console knows where to write; elsewhere it would break lines at 80 columns.
            if (bars is not null)
            {
                console.WriteLine(text);
            }
            else
            {
                console.Profile.Out.Writer.WriteLine(text);
            }
        }
    }

    /// <summary>Does <paramref name="work"/> with live bars at its disposal where there is a terminal.</summary>
    public void WithBars(Action work)
    {
        if (!IsLive)
        {
            work();
            return;
        }

        console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                bars = context;
                work();
            });
        bars = null;
    }

    /// <summary>Shows a training.</summary>
    /// <param name="id">Name of the run.</param>
    public IProgress<TrainingProgress> Training(string id)
    {
        var bar = bars?.AddTask(Markup.Escape(id));
        return new Immediate<TrainingProgress>(progress =>
        {
            if (bar is not null)
            {
                bar.MaxValue = progress.Epochs * progress.Steps;
                bar.Value = ((progress.Epoch - 1) * progress.Steps) + progress.Step;
                bar.Description = FormattableString.Invariant(
                    $"{Markup.Escape(id)}  epoch {progress.Epoch}/{progress.Epochs}  loss {progress.Loss:0.000}  accuracy {progress.Accuracy:0.000}");
            }
            else if (progress.Finished is { } epoch)
            {
                Line(FormattableString.Invariant($"  {id}  epoch {epoch.Epoch}/{progress.Epochs}  loss {epoch.Loss:0.0000}  accuracy {epoch.Accuracy:0.0000}  ")
                    + FormattableString.Invariant($"validation loss {epoch.ValidationLoss:0.0000}  validation accuracy {epoch.ValidationAccuracy:0.0000}"));
            }
        });
    }

    /// <summary>Shows a download: a bar a file on a terminal; what went wrong in either case.</summary>
    public IProgress<DownloadProgress> Download()
    {
        var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
        return new Immediate<DownloadProgress>(progress =>
        {
            if (progress.Message is { } message)
            {
                Line($"  {progress.File.Name}  {progress.Source}: {message}");
            }
            else if (bars is not null)
            {
                if (!tasks.TryGetValue(progress.File.Name, out var bar))
                {
                    tasks[progress.File.Name] = bar = bars.AddTask(Markup.Escape(progress.File.Name), maxValue: progress.File.Bytes);
                }

                bar.Value = progress.Bytes;
            }
        });
    }

    /// <summary>Reports on the caller's thread, in order; <see cref="Progress{T}"/> would hop to the thread pool and lose the order.</summary>
    private sealed class Immediate<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
