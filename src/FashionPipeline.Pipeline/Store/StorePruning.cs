using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>
/// Removes from the store what no experiment's latest results need: other records, the artifacts that only they name, checkpoints of
/// trainings that ended, damaged blobs, and temporary files of runs that were killed. Downloaded data and unfinished trainings stay.
/// </summary>
/// <param name="Files">Number of files removed.</param>
/// <param name="Bytes">Their length together.</param>
public sealed record StorePruning(int Files, long Bytes)
{
    // A link is not followed: what it leads to is not the store's.
    private static readonly EnumerationOptions WithinTheStore =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Removes it, waiting first for a run that works in the store.</summary>
    /// <param name="folder">Folder of the store; where it is missing there is nothing to remove.</param>
    /// <param name="report">Is told that another run is waited for.</param>
    /// <exception cref="InputException">The folder cannot be written to; what was removed until then is no loss.</exception>
    public static StorePruning Run(string folder, Action<string> report)
    {
        try
        {
            return Directory.Exists(folder) ? Prune(new StoreLayout(folder), report) : new(0, 0);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The store in {folder} cannot be pruned: {fault.Message}\nMake it writable, then prune again.", fault)
            {
                Remedy = Remedy.Prune,
            };
        }
    }

    private static StorePruning Prune(StoreLayout layout, Action<string> report)
    {
        using var taken = StoreAccess.Take(layout, report);
        var store = new BlobStore(layout);
        var records = FilesIn(layout.Records);
        var latest = Latest(layout);
        var blobs = latest.Select(RecordStore.Read).OfType<StageRecord>()
            .SelectMany(record => record.Outputs.Values.Select(artifact => artifact.Sha256).Append(record.Key.Code))
            .ToHashSet(StringComparer.Ordinal);
        var ended = records.Select(RecordStore.Read).OfType<StageRecord>()
            .Where(record => record.Outputs.Values.All(store.Has)).Select(record => record.Key.Hash()).ToHashSet(StringComparer.Ordinal);

        // Records go first: a pruning that is cut short leaves blobs without a record, never a record without its blobs.
        List<string> needless =
        [
            .. records.Where(path => !latest.Contains(path)),
            .. FilesIn(layout.CodeIndex).Where(path => !blobs.Contains(File.ReadAllText(path))),
            .. FilesIn(layout.Blobs).Where(path => !blobs.Contains(Path.GetFileName(path))),
            .. FilesIn(layout.Unfinished).Where(path => ended.Contains(Path.GetFileName(path)) || IsTemporary(path)),
            .. FilesIn(layout.LatestKeys).Where(IsTemporary),
            .. FilesIn(layout.Quarantine),
        ];
        var bytes = needless.Sum(path => new FileInfo(path).Length);
        needless.ForEach(File.Delete);
        return new(needless.Count, bytes);
    }

    // latest/<experiment>/train/mlp/1.key names records/train/<key>.json.
    private static HashSet<string> Latest(StoreLayout layout) =>
    [
        .. from path in FilesIn(layout.LatestKeys)
           let parts = Path.ChangeExtension(Path.GetRelativePath(layout.LatestKeys, path), null).Split(Path.DirectorySeparatorChar)
           where parts.Length > 1 && !IsTemporary(path)
           select layout.Record(parts[1], File.ReadAllText(path)),
    ];

    private static bool IsTemporary(string path) => path.EndsWith(".tmp", StringComparison.Ordinal);

    private static IReadOnlyList<string> FilesIn(string folder)
    {
        var subfolder = new DirectoryInfo(folder);
        if (subfolder.LinkTarget is not null)
        {
            throw new IOException($"{subfolder.FullName} is a link.");
        }

        return subfolder.Exists ? [.. Directory.EnumerateFiles(subfolder.FullName, "*", WithinTheStore).Order(StringComparer.Ordinal)] : [];
    }
}
