using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Experiments;

namespace FashionPipeline.Pipeline.Store;

/// <summary>
/// What no experiment's latest results need: other records, the artifacts that only they name, checkpoints of trainings that ended,
/// damaged files, locks, and temporary files of runs that were killed. Downloaded data and unfinished trainings stay, and what the latest
/// trainings have left for longer ones.
/// </summary>
/// <param name="Items">The files, in the order in which they can be removed.</param>
public sealed record PrunePlan(IReadOnlyList<PruneItem> Items)
{
    /// <summary>Length of the files together.</summary>
    public long Bytes => Items.Sum(item => item.Bytes);

    /// <summary>Plans, and removes nothing.</summary>
    /// <param name="folder">Folder of the store; where it is missing there is nothing to remove.</param>
    /// <param name="report">Is told that another run is waited for.</param>
    /// <exception cref="InputException">The store cannot be read.</exception>
    public static PrunePlan Of(string folder, Action<string> report) => InStore(folder, report, Plan);

    /// <summary>Plans and removes.</summary>
    /// <param name="folder">Folder of the store; where it is missing there is nothing to remove.</param>
    /// <param name="report">Is told that another run is waited for.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="InputException">The store cannot be written to; what was removed until then is no loss.</exception>
    public static PrunePlan Carry(string folder, Action<string> report) => InStore(folder, report, layout =>
    {
        var plan = Plan(layout);
        foreach (var item in plan.Items)
        {
            File.Delete(item.Path);
        }

        return plan;
    });

    private static PrunePlan InStore(string folder, Action<string> report, Func<StoreLayout, PrunePlan> work)
    {
        try
        {
            var layout = new StoreLayout(folder);
            using var taken = Directory.Exists(layout.Folder) ? StoreAccess.Take(layout, report) : null;
            return taken is null ? new([]) : work(layout);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The store in {folder} cannot be pruned: {fault.Message}\nMake it writable, then prune again.", fault)
            {
                Remedy = Remedy.Prune,
            };
        }
    }

    // Records go first: a pruning that is cut short leaves blobs without a record, never a record without its blobs.
    private static PrunePlan Plan(StoreLayout layout)
    {
        var store = new BlobStore(layout);
        var records = StoreFiles.In(layout.Records);
        var gone = Gone(layout);
        var latest = RecordStore.Latest(layout).Where(latest => !gone.Contains(latest.Experiment)).Select(latest => latest.Record)
            .ToHashSet(StringComparer.Ordinal);
        var latestRecords = latest.Select(RecordStore.Read).OfType<StageRecord>().ToList();
        var blobs = latestRecords.SelectMany(record => record.Outputs.Values.Select(artifact => artifact.Sha256).Append(record.Key.Code))
            .ToHashSet(StringComparer.Ordinal);
        var kinds = latestRecords.SelectMany(record => record.Key.Settings.Keys.Select(setting => record.Key.Without(setting).Hash()))
            .ToHashSet(StringComparer.Ordinal);
        var ended = records.Select(RecordStore.Read).OfType<StageRecord>()
            .Where(record => record.Outputs.Values.All(store.Has)).Select(record => record.Key.Hash()).ToHashSet(StringComparer.Ordinal);
        return new(
        [
            .. Because("no experiment's latest result", records.Where(path => !latest.Contains(path))),
            .. Because("of a program whose results are gone", StoreFiles.In(layout.CodeIndex)
                .Where(path => !blobs.Contains(File.ReadAllText(path)))),
            .. Because("needed by no latest result", StoreFiles.In(layout.Blobs).Where(path => !blobs.Contains(Path.GetFileName(path)))),
            .. Because("its training ended", StoreFiles.In(layout.Unfinished).Where(path => ended.Contains(Path.GetFileName(path)))),
            .. Because("left by work of no latest result", StoreFiles.In(layout.States)
                .Where(path => !kinds.Contains(WorkStates.KindOf(path)))),
            .. Because("of an experiment whose results are gone", StoreFiles.In(layout.AllDerived)
                .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) is var experiment && (gone.Contains(experiment!)
                    || !Directory.Exists(Path.Combine(layout.LatestKeys, experiment!))))),
            .. Because("of a variant whose report is gone", Of(gone, layout.LatestKeys)),
            .. Because("submitted of a variant whose report is gone", Of(gone, layout.Submissions)),
            .. Because("left by a run that was killed", new[] { layout.Unfinished, layout.LatestKeys, layout.AllDerived }
                .SelectMany(StoreFiles.In)
                .Where(AtomicFile.IsTemporary)),
            .. Because("damaged", StoreFiles.In(layout.Quarantine)),
            .. Because("a lock that nobody has", StoreFiles.In(layout.Locks)),
        ]);
    }

    // Variants whose report was deleted: nobody wants their results.
    private static HashSet<string> Gone(StoreLayout layout) =>
    [
        .. from folder in Directory.Exists(layout.AllDerived) ? Directory.EnumerateDirectories(layout.AllDerived) : []
           let experiment = Path.GetFileName(folder)
           let note = layout.ReportFolder(experiment)
           where Variant.OriginOf(experiment) is not null && File.Exists(note) && !Directory.Exists(File.ReadAllText(note))
           select experiment,
    ];

    // Each experiment has a folder of its own in these.
    private static IEnumerable<string> Of(HashSet<string> experiments, string folder) => StoreFiles.In(folder)
        .Where(path => experiments.Contains(Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar)[0]));

    private static IEnumerable<PruneItem> Because(string reason, IEnumerable<string> paths) =>
        paths.Select(path => new PruneItem(path, new FileInfo(path).Length, reason));
}

/// <summary>A file that can be removed from the store.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Reason">Why nobody needs it, in a few words.</param>
public sealed record PruneItem(string Path, long Bytes, string Reason);
