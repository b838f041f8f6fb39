using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Reporting.Diff;

namespace FashionPipeline.Pipeline.Diffs;

/// <summary>A report as it is in a revision or in a folder, and what stores still hold of it.</summary>
internal sealed class ReportVersion
{
    /// <summary>Begins the names of tables.</summary>
    public const string TablesFolder = "tables/";

    /// <summary>Ends them.</summary>
    public const string TableEnding = ".csv";

    private readonly Func<string, byte[]?> read;
    private readonly Lazy<IReadOnlyList<string>> tables;
    private readonly IReadOnlyList<BlobStore> stores;

    private ReportVersion(
        DiffSide side, string place, Func<string, byte[]?> read, Func<IEnumerable<string>> files, IReadOnlyList<BlobStore> stores)
    {
        (Side, Place, this.read, this.stores) = (side, place, read, stores);
        tables = new(() => [.. files().Where(file =>
            file.StartsWith(TablesFolder, StringComparison.Ordinal) && file.EndsWith(TableEnding, StringComparison.Ordinal))]);
        try
        {
            Locks = LockedReport.Read(read, place);
        }
        catch (InputException fault) // such as one of an earlier form: there is more to compare
        {
            LockFault = fault.Message.Split('\n')[0];
        }
    }

    /// <summary>What it is called.</summary>
    public DiffSide Side { get; }

    /// <summary>Where it is, for messages.</summary>
    public string Place { get; }

    /// <summary>What is committed of its origin; null where that cannot be read.</summary>
    public LockedReport? Locks { get; }

    /// <summary>Why not.</summary>
    public string? LockFault { get; }

    /// <summary>Finds a report.</summary>
    /// <param name="options">Where reports and results are.</param>
    /// <param name="where">
    /// A revision, or a folder of reports, which begins with a dot or is a full path; null for the reports that are there.
    /// </param>
    /// <param name="experiment">Name of its experiment.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static ReportVersion Find(PipelineOptions options, string? where, string experiment)
    {
        var store = new BlobStore(new StoreLayout(options.Cache));
        return where is null ? InFolder(options.Reports, "the working tree", experiment, [store])
            : where.StartsWith('.') || Path.IsPathRooted(where) ? InFolder(Path.GetFullPath(where), where, experiment,
                [store, new BlobStore(new StoreLayout(Path.Combine(where, "..", ".cache")))])
            : InRevision(new GitRevision(options.Root, where), experiment, [store]);
    }

    /// <summary>The tables that lie in the report's folder, whatever a lock says: <c>tables/accuracies.csv</c>.</summary>
    public IReadOnlyList<string> Tables => tables.Value;

    /// <summary>A file of the report's folder; null where it has none of this name.</summary>
    public byte[]? Read(string name) => read(name);

    /// <summary>The digest of an artifact by the lock; null where it names none.</summary>
    public string? DigestOf(string node, string name) =>
        Locks?.Lock.Nodes.GetValueOrDefault(node)?.Artifacts.GetValueOrDefault(name) is { } artifact ? LockedNode.DigestOf(artifact) : null;

    /// <summary>The names of a node's artifacts by the lock.</summary>
    public IEnumerable<string> Artifacts(string node) =>
        Locks?.Lock.Nodes.GetValueOrDefault(node)?.Artifacts.Keys ?? Enumerable.Empty<string>();

    /// <summary>The bytes of an artifact, as a store has them, or the report's folder; null where nobody has what the lock names.</summary>
    public byte[]? Artifact(string node, string name) => DigestOf(node, name) is not { } digest ? null
        : stores.Select(store => store.Find(digest)).FirstOrDefault(bytes => bytes is not null)
            ?? (read(name) is { } bytes && Graph.Artifact.Of(bytes).Sha256 == digest ? bytes : null);

    private static ReportVersion InFolder(string reports, string label, string experiment, IReadOnlyList<BlobStore> stores)
    {
        var folder = Path.Combine(reports, experiment);
        if (!Directory.Exists(folder))
        {
            string[] known = [.. (Directory.Exists(reports) ? Directory.GetDirectories(reports) : [])
                .Where(path => File.Exists(Path.Combine(path, LockFile.FileName)))
                .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
            throw new InputException($"There is no report of '{experiment}' in {reports}"
                + (known.Length == 0 ? ", or any other" : $"; {NearestName.Suggest(experiment, known)}")
                + ".\nMake the report, or name another one.")
            {
                Remedy = Remedy.MakeReport,
            };
        }

        return new(new(label, experiment, null), folder,
            name => Path.Combine(folder, name) is var path && File.Exists(path) ? File.ReadAllBytes(path) : null,
            () => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/')), stores);
    }

    private static ReportVersion InRevision(GitRevision revision, string experiment, IReadOnlyList<BlobStore> stores)
    {
        var folder = $"reports/{experiment}";
        var files = revision.ReadAll(folder);
        if (files.Count == 0)
        {
            throw new InputException($"Revision '{revision.Name}' has no report of '{experiment}'.\n"
                + "Name another revision or experiment; a report is there once it is committed.");
        }

        return new(new(revision.Name, experiment, revision.Commit), $"{folder} of revision '{revision.Name}'",
            files.GetValueOrDefault, () => files.Keys, stores);
    }
}
