using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Pipeline.Reports;

/// <summary>
/// The folder of an experiment's report. Its files are replaced together: all new ones are written aside first, into the folder
/// <c>.incoming</c>, and then renamed; where that folder is found, a run was cut short between the two, and the next one begins anew. No
/// link is followed, as git can carry one that leads out of the folder.
/// </summary>
/// <param name="folder">Its path: <c>reports/&lt;experiment&gt;</c>.</param>
public sealed class ReportFolder(string folder)
{
    /// <summary>Name of the report as PDF.</summary>
    public const string Pdf = "report.pdf";

    /// <summary>Name of the file with the report's numbers.</summary>
    public const string Metrics = "metrics.json";

    /// <summary>Name of the folder with the exported model, which is no part of the report.</summary>
    public const string Model = "model";

    private const string Incoming = ".incoming";

    private static readonly string[] Subfolders = ["figures", "tables"];

    /// <summary>Path of a file in it.</summary>
    public string this[string name] => System.IO.Path.Combine(folder, name);

    /// <summary>Its path.</summary>
    public string Path => folder;

    /// <summary>Whether nothing is there that <see cref="LayOut"/> would remove.</summary>
    /// <param name="names">The report's files, by their paths below the folder.</param>
    public bool HoldsNoOther(IReadOnlySet<string> names) => !Directory.Exists(this[Incoming]) && !Stale(names).Any();

    /// <summary>Whether <see cref="LayOut"/> has nothing to do: reads all files.</summary>
    /// <param name="files">Each file by its path below the folder, with forward slashes.</param>
    /// <param name="log">Name of the file that tells of the run and not of its results.</param>
    public bool IsLaidOut(IReadOnlyDictionary<string, ReportFile> files, string log) =>
        HoldsNoOther(files.Keys.ToHashSet(StringComparer.Ordinal)) && !Changes(files).Any(name => name != log);

    /// <summary>Lays a report's files out: writes what is missing or differs, removes what an earlier report left.</summary>
    /// <param name="files">Each file by its path below the folder, with forward slashes.</param>
    /// <param name="log">Name of the file that tells of the run and not of its results: it alone is no reason to write.</param>
    /// <param name="report">Is told once that another run is waited for, which lays out the same report.</param>
    /// <exception cref="InputException">The folder, or one in it, is a link.</exception>
    /// <exception cref="IOException">The folder cannot be written to; what was there is still there.</exception>
    public void LayOut(IReadOnlyDictionary<string, ReportFile> files, string log, Action<string> report)
    {
        RequireNoLinks();
        if (IsLaidOut(files, log))
        {
            return;
        }

        using var taken = FileLock.Take(LockPath, () => report($"Another run lays out {folder}; waiting for it to end."));
        RequireNoLinks();
        DropIncoming();
        var changes = Changes(files).ToList();
        WriteAside(changes, files);
        foreach (var name in changes)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
            File.Move(Aside(name), this[name], overwrite: true);
        }

        foreach (var file in Stale(files.Keys.ToHashSet(StringComparer.Ordinal)).ToList())
        {
            File.Delete(file);
        }

        DropIncoming();
    }

    private void WriteAside(IReadOnlyList<string> names, IReadOnlyDictionary<string, ReportFile> files)
    {
        try
        {
            foreach (var name in names)
            {
                AtomicFile.Write(Aside(name), files[name].Read());
            }
        }
        catch
        {
            DropIncoming();
            throw;
        }
    }

    private void DropIncoming()
    {
        if (Directory.Exists(this[Incoming]))
        {
            Directory.Delete(this[Incoming], recursive: true);
        }
    }

    // Beside the folder, which holds the report and nothing else.
    private string LockPath => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(folder)!, ".lock-" + System.IO.Path.GetFileName(folder));

    private string Aside(string name) => System.IO.Path.Combine(folder, Incoming, name);

    private IEnumerable<string> Changes(IReadOnlyDictionary<string, ReportFile> files) => files
        .Where(file => !file.Value.Content.IsIn(this[file.Key]))
        .Select(file => file.Key);

    private IEnumerable<string> Stale(IReadOnlySet<string> names) => Subfolders
        .Select(name => this[name]).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)
        .Where(file => !names.Contains(System.IO.Path.GetRelativePath(folder, file).Replace('\\', '/')));

    private void RequireNoLinks()
    {
        foreach (var path in Subfolders.Append(Incoming).Select(name => this[name]).Prepend(folder))
        {
            if (new DirectoryInfo(path).LinkTarget is { } target)
            {
                throw new InputException(
                    $"{path} is a link, to {target}: a report is laid out in a folder of its own.\nRemove the link, and run again.");
            }
        }
    }
}
