using FashionPipeline.Download;
using FashionPipeline.Pipeline.Execution.Live;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;
using Spectre.Console;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>
/// What a person sees of the work: a line a node, and under it live bars where the output is a terminal, or a line an epoch
/// and a line a file where it is not.
/// </summary>
public sealed class Display
{
    private const string ClearRestOfLine = "\e[K";

    private readonly Lazy<IAnsiConsole> console;
    private readonly Lazy<TimeLeft> left;
    private readonly Lock writing = new();
    private readonly bool isQuiet;
    private LiveView? live;

    /// <param name="console">The console; null for the process's own, which is looked at where bars are wanted and not before.</param>
    /// <param name="isQuiet">Whether nothing is to be seen.</param>
    /// <param name="left">What has to run, asked once and where there are bars; null for nothing.</param>
    public Display(IAnsiConsole? console = null, bool isQuiet = false, Func<TimeLeft>? left = null)
    {
        this.console = console is null ? new(() => AnsiConsole.Console) : new Lazy<IAnsiConsole>(console);
        this.isQuiet = isQuiet;
        this.left = new(left ?? (() => new TimeLeft(new Dictionary<string, double?>(), 1, TimeProvider.System)));
    }

    // Where the terminal cannot move its cursor (TERM=dumb), bars would be lines without an end.
    private bool IsLive => IsTerminal && console.Value.Profile.Capabilities is { Interactive: true, Ansi: true };

    private bool IsTerminal => !isQuiet && (console.IsValueCreated ? console.Value.Profile.Out.IsTerminal : !Console.IsOutputRedirected)
        && Environment.GetEnvironmentVariable("TERM") != "dumb";

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
            if (live is not null)
            {
                console.Value.WriteLine(text + ClearRestOfLine); // a bar was there
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
        foreach (var node in live is null ? [] : nodes)
        {
            left.Value.Spare(node);
        }

        if (nodes.Count > 0)
        {
            Line(string.Join(Environment.NewLine, nodes.Select(node => $"{node}  reused"))); // at once: they may be thousands
        }
    }

    /// <summary>Says that a data set is drawn.</summary>
    public void NothingToFetch() => Line("download  nothing to fetch (synthetic data)");

    /// <summary>Says what came out, and where the report is: as a link where the output is a terminal.</summary>
    /// <param name="result">What came out, in a few lines.</param>
    /// <param name="path">Full path of the report.</param>
    public void Result(IReadOnlyList<string> result, string path) =>
        Line(string.Join(Environment.NewLine, [.. result.Prepend(""), $"Report: {(IsTerminal ? Link(path) : path)}"]));

    // OSC 8: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda; what does not know it shows the text.
    private static string Link(string path) => $"\e]8;;{new Uri(path).AbsoluteUri}\e\\{path}\e]8;;\e\\";

    /// <summary>Does <paramref name="work"/>, with live bars where there is a terminal.</summary>
    public void WithBars(Action work)
    {
        if (!IsLive || live is not null)
        {
            work();
            return;
        }

        try
        {
            LiveView.During(console.Value, left.Value, view =>
            {
                live = view;
                work();
            });
        }
        finally
        {
            live = null;
        }
    }

    /// <summary>Does the work of a node, whose bar is there meanwhile.</summary>
    /// <param name="id">Name of the node.</param>
    /// <param name="work">The work.</param>
    public T During<T>(string id, Func<T> work)
    {
        if (live is not { } view)
        {
            return work();
        }

        left.Value.Begin(id);
        view.Begin(id);
        try
        {
            return work();
        }
        finally
        {
            left.Value.End(id);
            view.End(id);
        }
    }

    /// <summary>Shows how far a node is, from what the room tells that does the work.</summary>
    /// <param name="id">Name of the node.</param>
    public IProgress<object> ProgressOf(string id)
    {
        EpochMetrics? finished = null;
        double? resumed = null;
        return new Immediate<object>(progress =>
        {
            switch (progress)
            {
                case TrainingProgress training:
                    finished = training.Finished ?? finished;
                    resumed ??= (training.Epoch - 1d) / training.Epochs; // what is kept of an earlier run took no time in this one
                    Show(id, training, finished, (training.Share - resumed.Value) / (1 - resumed.Value));
                    break;
                case string message:
                    Line($"  {id}  {message}");
                    break;
                case DownloadProgress { Message: { } message } download:
                    Line($"  {download.File.Name}  {download.Source}: {message}");
                    break;
                case DownloadProgress download:
                    live?.Show(download);
                    break;
                case IReadOnlyList<DownloadedFile> files:
                    Show(id, files);
                    break;
            }
        });
    }

    private void Show(string id, TrainingProgress progress, EpochMetrics? finished, double share)
    {
        if (live is not null)
        {
            live.Show(id, progress, finished);
            left.Value.Reach(id, share);
        }

        if (progress.Finished is not { } epoch)
        {
            return;
        }

        if (live is null)
        {
            Line(FormattableString.Invariant(
                $"  {id}  epoch {epoch.Epoch}/{progress.Epochs}  loss {epoch.Loss:0.0000}  accuracy {epoch.Accuracy:0.0000}  ")
                + FormattableString.Invariant(
                    $"validation loss {epoch.ValidationLoss:0.0000}  validation accuracy {epoch.ValidationAccuracy:0.0000}"));
        }
        else if (epoch.Epoch == progress.Epochs) // the bar goes, and has shown the others
        {
            Line(FormattableString.Invariant(
                $"  {id}  validation loss {epoch.ValidationLoss:0.0000}  accuracy {epoch.ValidationAccuracy:0.0000}"));
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

    /// <summary>
    /// Reports on the caller's thread, in order; <see cref="Progress{T}"/> would hop to the thread pool and lose the order.
    /// </summary>
    private sealed class Immediate<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
