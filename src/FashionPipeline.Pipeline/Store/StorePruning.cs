using FashionPipeline.Data;

namespace FashionPipeline.Pipeline.Store;

/// <summary>
/// Removes from the store what no experiment's latest results need: other records, the artifacts that only they name, checkpoints of
/// trainings that ended, damaged blobs, and temporary files of runs that were killed. Downloaded data and unfinished trainings stay.
/// </summary>
/// <param name="Files">Number of files removed.</param>
/// <param name="Bytes">Their length together.</param>
public sealed record StorePruning(int Files, long Bytes)
{
    private static readonly string[] Subfolders = ["records", "latest", "blobs", "checkpoints"];
    private static readonly string[] Leftovers = ["quarantine", "tmp"];

    /// <summary>Removes it, waiting first for a run that works in the store.</summary>
    /// <param name="folder">Folder of the store; where it is missing there is nothing to remove.</param>
    /// <param name="report">Is told that another run is waited for.</param>
    /// <exception cref="InputException">The folder cannot be written to; what was removed until then is no loss.</exception>
    public static StorePruning Run(string folder, Action<string> report)
    {
        try
        {
            return Directory.Exists(folder) ? Prune(folder, report) : new(0, 0);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The store in {folder} cannot be pruned: {fault.Message}\nMake it writable, or name another: FASHION_PIPELINE_CACHE=FOLDER ./build.sh --target Prune", fault);
        }
    }

    private static StorePruning Prune(string folder, Action<string> report)
    {
        using var taken = FolderLock.Take(folder, report);
        var records = FilesIn(folder, "records");
        var kept = Latest(folder);
        var blobs = kept.Select(RecordStore.Read).OfType<StageRecord>()
            .SelectMany(record => record.Outputs.Values).Select(artifact => artifact.Sha256).ToHashSet(StringComparer.Ordinal);
        var ended = records.Select(Path.GetFileNameWithoutExtension).ToHashSet(StringComparer.Ordinal);

        // Records go first: a pruning that is cut short leaves blobs without a record, never a record without its blobs.
        var removed = new List<long>();
        removed.AddRange(Remove(records.Where(path => !kept.Contains(path))));
        removed.AddRange(Remove(FilesIn(folder, "blobs").Where(path => !blobs.Contains(Path.GetFileName(path)))));
        removed.AddRange(Remove(FilesIn(folder, "checkpoints").Where(path => ended.Contains(Path.GetFileName(path)))));
        removed.AddRange(Remove(Subfolders.SelectMany(name => FilesIn(folder, name)).Where(path => path.EndsWith(".tmp", StringComparison.Ordinal))));
        removed.AddRange(Remove(Leftovers.SelectMany(name => FilesIn(folder, name))));
        return new(removed.Count, removed.Sum());
    }

    // latest/<experiment>/train/mlp/1.key names records/train/<key>.json.
    private static HashSet<string> Latest(string folder) =>
    [
        .. FilesIn(folder, "latest").Where(path => path.EndsWith(".key", StringComparison.Ordinal)).Select(path =>
        {
            var stage = Path.GetRelativePath(Path.Combine(folder, "latest"), path).Split(Path.DirectorySeparatorChar)[1];
            return Path.Combine(folder, "records", Path.GetFileNameWithoutExtension(stage), File.ReadAllText(path) + ".json");
        }),
    ];

    // Sorted, and listed before anything is removed. A link is not followed: what it leads to is not the store's.
    private static List<string> FilesIn(string folder, string name)
    {
        var subfolder = new DirectoryInfo(Path.Combine(folder, name));
        return subfolder.Exists && subfolder.LinkTarget is null
            ? [.. Directory.EnumerateFiles(subfolder.FullName, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];
    }

    private static List<long> Remove(IEnumerable<string> paths)
    {
        var lengths = new List<long>();
        foreach (var path in paths)
        {
            lengths.Add(new FileInfo(path).Length);
            File.Delete(path);
        }

        return lengths;
    }
}
