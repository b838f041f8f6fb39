using System.Text;
using System.Text.Json;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Reporting.Content;

namespace FashionPipeline.Pipeline.Submissions;

/// <summary>
/// What is kept of an experiment's submission: what was submitted, a log a step, and trainings that diverged. Every job reads it, so that
/// it has to be where all machines see it.
/// </summary>
/// <param name="layout">Paths of the store.</param>
/// <param name="experiment">Name of the experiment or the variant.</param>
public sealed class SubmissionFolder(StoreLayout layout, string experiment)
{
    /// <summary>Name of the experiment or the variant.</summary>
    public string Experiment => experiment;

    /// <summary>Folder with a log a step.</summary>
    public string Logs => Path.Combine(Folder, "logs");

    /// <summary>Log of what submits again.</summary>
    public string RetryLog => Path.Combine(Logs, "retry.log");

    private string Folder => layout.Submission(experiment);

    private string Ledger => Path.Combine(Folder, "submission");

    private string Diverged => Path.Combine(Folder, "diverged");

    /// <summary>Keeps others from changing the submission.</summary>
    /// <param name="waiting">Is called once where somebody else changes it.</param>
    public FileLock Take(Action waiting) => FileLock.Take(layout.LockOf($"submission.{experiment}"), waiting);

    /// <summary>The submission; none where there is none.</summary>
    /// <exception cref="InputException">Its file is damaged: which jobs there are is not known.</exception>
    public Submission Read() => SealedJson.Read(Ledger, SubmissionJson.Default.Submission) ?? (!File.Exists(Ledger) ? Submission.None
        : throw new InputException($"{Ledger} is damaged: what was submitted of '{experiment}' is not known.\n"
            + $"Cancel its jobs, whose names begin with {experiment}/, delete that file, and submit again."));

    /// <summary>Keeps a submission in place of what was there.</summary>
    public void Write(Submission submission) =>
        SealedFile.Write(Ledger, JsonSerializer.SerializeToUtf8Bytes(submission, SubmissionJson.Default.Submission));

    /// <summary>The log of a step. What is tried again or begins again goes on in the same file.</summary>
    public string LogOf(string node) => Path.Combine(Logs, StoreLayout.FileNameOf(node) + ".log");

    /// <summary>Folder of an array's logs by index: links to those of the steps, as a cluster knows tasks by their indices only.</summary>
    public string PrepareLogs(JobArray array)
    {
        var links = Path.Combine(Folder, "tasks", array.Name);
        Directory.CreateDirectory(Logs);
        Directory.CreateDirectory(links);
        foreach (var (index, node) in array.Nodes.Index())
        {
            var link = Path.Combine(links, FormattableString.Invariant($"{index}.log"));
            File.Delete(link);
            File.CreateSymbolicLink(link, Path.GetRelativePath(links, LogOf(node)));
        }

        return links;
    }

    /// <summary>Writes the script of a job.</summary>
    /// <param name="name">Name of the job.</param>
    /// <param name="script">The script.</param>
    /// <returns>Its path.</returns>
    public string WriteScript(string name, string script)
    {
        var path = Path.Combine(Folder, "scripts", name + ".sh");
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(script));
        return path;
    }

    /// <summary>Trainings of a graph that diverged, sorted by name.</summary>
    /// <param name="source">Digest of the graph.</param>
    public IReadOnlyList<FailedRun> Divergences(string source) => !Directory.Exists(Diverged) ? [] :
    [
        .. Directory.EnumerateFiles(Diverged).Where(path => !AtomicFile.IsTemporary(path)).Order(StringComparer.Ordinal)
            .Select(path => SealedJson.Read(path, SubmissionJson.Default.Divergence)).OfType<Divergence>()
            .Where(divergence => divergence.Source == source).Select(divergence => divergence.Run),
    ];

    /// <summary>Notes that a training diverged.</summary>
    /// <param name="source">Digest of the graph.</param>
    /// <param name="node">Name of the training.</param>
    /// <param name="run">What came to nothing, and why.</param>
    public void KeepDivergence(string source, string node, FailedRun run) => SealedFile.Write(
        Path.Combine(Diverged, StoreLayout.FileNameOf(node)),
        JsonSerializer.SerializeToUtf8Bytes(new Divergence(source, run), SubmissionJson.Default.Divergence));
}
