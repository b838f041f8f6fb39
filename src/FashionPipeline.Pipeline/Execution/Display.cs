using FashionPipeline.Download;
using FashionPipeline.Training.Loop;
using Spectre.Console;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>
/// What a person sees of the work: a line a node, and under it live bars where the output is a terminal, or a line an epoch
/// and a line a file where it is not.
/// </summary>
public sealed class Display
{
    private readonly Lazy<IAnsiConsole> console;
    private readonly Lock writing = new();
    private readonly bool isQuiet;
    private ProgressContext? bars;

    /// <param name="console">The console; null for the process's own, which is looked at where bars are wanted and not before.</param>
    /// <param name="isQuiet">Whether nothing is to be seen.</param>
    public Display(IAnsiConsole? console = null, bool isQuiet = false) =>
        (this.console, this.isQuiet) = (console is null ? new(() => AnsiConsole.Console) : new Lazy<IAnsiConsole>(console), isQuiet);

    private bool IsLive => !isQuiet && (console.IsValueCreated || !Console.IsOutputRedirected)
        && console.Value.Profile is { Capabilities.Interactive: true, Out.IsTerminal: true };

    /// <summary>Writes a line; from any thread.</summary>
    public void Line(string text)
    {
        if (isQuiet)
        {
            return;
        }

        lock (writing)
        {
            // Above live bars only the console knows where to write; elsewhere it would break lines at 80 columns.
            if (bars is not null)
            {
                console.Value.WriteLine(text);
            }
            else
            {
                (console.IsValueCreated ? console.Value.Profile.Out.Writer : Console.Out).WriteLine(text);
            }
        }
    }

    /// <summary>Says of nodes, by their names, that what they made is taken from the store.</summary>
    public void Reused(IReadOnlyCollection<string> nodes)
    {
        if (nodes.Count > 0)
        {
            Line(string.Join(Environment.NewLine, nodes.Select(node => $"{node}  reused"))); // at once: they may be thousands
        }
    }

    /// <summary>Says that a data set is drawn.</summary>
    public void NothingToFetch() => Line("download  nothing to fetch (synthetic data)");

    /// <summary>Says where the report is.</summary>
    public void Report(string path) => Line($"Report: {path}");

    /// <summary>Does <paramref name="work"/>, with live bars at its disposal where they are wanted and there is a terminal.</summary>
    public void WithBars(bool areWanted, Action work)
    {
        if (!areWanted || !IsLive)
        {
            work();
            return;
        }

        console.Value.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                bars = context;
                work();
            });
        bars = null;
    }

    /// <summary>Shows how far a node is, from what the room tells that does the work.</summary>
    /// <param name="id">Name of the node.</param>
    public IProgress<object> ProgressOf(string id)
    {
        var tasks = new Dictionary<string, ProgressTask>(StringComparer.Ordinal);
        return new Immediate<object>(progress =>
        {
            switch (progress)
            {
                case TrainingProgress training:
                    Show(id, training, tasks);
                    break;
                case string message:
                    Line($"  {id}  {message}");
                    break;
                case DownloadProgress download:
                    Show(download, tasks);
                    break;
                case IReadOnlyList<DownloadedFile> files:
                    Show(id, files);
                    break;
            }
        });
    }

    private void Show(string id, TrainingProgress progress, Dictionary<string, ProgressTask> tasks)
    {
        if (Bar(tasks, id, progress.Epochs * progress.Steps) is { } bar)
        {
            bar.Value = ((progress.Epoch - 1) * progress.Steps) + progress.Step;
            var epochs = FormattableString.Invariant($"epoch {progress.Epoch}/{progress.Epochs}");
            bar.Description = FormattableString.Invariant(
                $"{Markup.Escape(id)}  {epochs}  loss {progress.Loss:0.000}  accuracy {progress.Accuracy:0.000}");
        }
        else if (progress.Finished is { } epoch)
        {
            Line(FormattableString.Invariant(
                $"  {id}  epoch {epoch.Epoch}/{progress.Epochs}  loss {epoch.Loss:0.0000}  accuracy {epoch.Accuracy:0.0000}  ")
                + FormattableString.Invariant(
                    $"validation loss {epoch.ValidationLoss:0.0000}  validation accuracy {epoch.ValidationAccuracy:0.0000}"));
        }
    }

    private void Show(DownloadProgress progress, Dictionary<string, ProgressTask> tasks)
    {
        if (progress.Message is { } message)
        {
            Line($"  {progress.File.Name}  {progress.Source}: {message}");
        }
        else if (Bar(tasks, progress.File.Name, progress.File.Bytes) is { } bar)
        {
            bar.Value = progress.Bytes;
        }
    }

    private void Show(string id, IReadOnlyList<DownloadedFile> files)
    {
        var fetched = files.Where(file => file.Source != DownloadedFile.Cache).ToList();
        if (fetched.Count == 0)
        {
            Reused([id]);
        }
        else
        {
            Line($"{id}  run ({string.Join(", ", fetched.Select(file => $"{file.File.Name} from {file.Source}"))})");
        }
    }

    private ProgressTask? Bar(Dictionary<string, ProgressTask> tasks, string name, double length)
    {
        if (bars is not null && !tasks.ContainsKey(name))
        {
            tasks[name] = bars.AddTask(Markup.Escape(name), maxValue: length);
        }

        return tasks.GetValueOrDefault(name);
    }

    /// <summary>
    /// Reports on the caller's thread, in order; <see cref="Progress{T}"/> would hop to the thread pool and lose the order.
    /// </summary>
    private sealed class Immediate<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
