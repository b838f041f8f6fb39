using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Records by key, and the key that each node of an experiment had last, so that a re-run can say what has changed.</summary>
/// <param name="layout">Paths of the store.</param>
/// <param name="experiment">Name of the experiment.</param>
/// <param name="origin">The experiment that it is a variant of, whose last results come before its first; null for none.</param>
public sealed class RecordStore(StoreLayout layout, string experiment, string? origin = null)
{
    private readonly Lazy<IReadOnlyDictionary<string, IndexedRecord>> index = new(() => RecordIndex.Read(layout.Index(experiment)));
    private readonly Lazy<ConcurrentDictionary<string, ImmutableList<StageRecord>>> makers = new(() => MakersIn(layout));
    private volatile bool isIndexStale;

    /// <summary>The records among whose artifacts one is, whichever experiment they are of.</summary>
    /// <param name="sha256">Digest of the artifact.</param>
    public IReadOnlyList<StageRecord> MakersOf(string sha256) => makers.Value.GetValueOrDefault(sha256, []);

    /// <summary>
    /// What a node's key has made; null where nobody knows. What this experiment had last is looked up in its index while the record's file
    /// has the length and the time that it had then; other records are read.
    /// </summary>
    /// <param name="id">Name of the node.</param>
    /// <param name="key">Its key.</param>
    public IReadOnlyDictionary<string, Artifact>? FindOutputs(string id, StageKey key)
    {
        if (index.Value.TryGetValue(id, out var known) && known.Key == key.Hash()
            && FileStamp.Fits(known.Record, layout.Record(key.Stage, known.Key)))
        {
            return known.Outputs;
        }

        isIndexStale = true;
        return Find(key.Stage, key.Hash())?.Outputs;
    }

    /// <summary>
    /// What a node's key made by the index; null where the node had another key last, or a file was touched that the index was made from.
    /// </summary>
    /// <param name="id">Name of the node.</param>
    /// <param name="key">Hash of its key.</param>
    public IReadOnlyDictionary<string, Artifact>? FindRemembered(string id, string key) =>
        index.Value.TryGetValue(id, out var known) && known.Key == key
            && FileStamp.Fits(known.Record, layout.Record(StageNode.StageOf(id), key))
            && FileStamp.Fits(known.Latest, layout.LatestKey(experiment, id)) ? known.Outputs : null;

    /// <summary>Notes in the experiment's index what its nodes have made, so that the next run reads one file for all of them.</summary>
    /// <param name="results">Key and artifacts by node.</param>
    public void Remember(IReadOnlyDictionary<string, (StageKey Key, IReadOnlyDictionary<string, Artifact> Outputs)> results)
    {
        if (isIndexStale || results.Count != index.Value.Count)
        {
            RecordIndex.Write(layout.Index(experiment), results.ToDictionary(result => result.Key, result => new IndexedRecord(
                result.Value.Key.Hash(),
                FileStamp.Of(layout.Record(result.Value.Key.Stage, result.Value.Key.Hash())),
                FileStamp.Of(layout.LatestKey(experiment, result.Key), result.Value.Key.Hash()),
                new SortedDictionary<string, Artifact>(result.Value.Outputs.ToDictionary(), StringComparer.Ordinal))));
        }
    }

    /// <summary>The record of a key; null where there is none that can be read.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="key">Hash of the key.</param>
    public StageRecord? Find(string stage, string key) => Read(layout.Record(stage, key));

    /// <summary>Moves a record's file out of the way that cannot be read.</summary>
    /// <returns>Whether it was moved.</returns>
    public bool Quarantine(string stage, string key)
    {
        var path = layout.Record(stage, key);
        if (!File.Exists(path) || Read(path) is not null)
        {
            return false;
        }

        StoreFiles.Quarantine(layout, path);
        return true;
    }

    /// <summary>The record that this experiment's node had last, or the one of its origin; null where it never ran.</summary>
    public StageRecord? FindLatest(string id)
    {
        var path = layout.LatestKey(experiment, id);
        if (origin is not null && !File.Exists(path))
        {
            path = layout.LatestKey(origin, id);
        }

        return File.Exists(path) ? Find(StageNode.StageOf(id), File.ReadAllText(path)) : null;
    }

    /// <summary>Path of the record that each node of each experiment had last, whether the record is there or not.</summary>
    /// <param name="layout">Paths of the store.</param>
    internal static IEnumerable<(string Experiment, string Record)> Latest(StoreLayout layout) =>
        from path in StoreFiles.In(layout.LatestKeys)
        let parts = Path.ChangeExtension(Path.GetRelativePath(layout.LatestKeys, path), null).Split(Path.DirectorySeparatorChar)
        where parts.Length > 1 && !AtomicFile.IsTemporary(path)
        select (parts[0], layout.Record(parts[1], File.ReadAllText(path)));

    /// <summary>Keeps a record.</summary>
    public void Keep(StageRecord record)
    {
        AtomicFile.Write(layout.Record(record.Key.Stage, record.Key.Hash()), SealedRecord.Write(record));
        if (makers.IsValueCreated)
        {
            Index(makers.Value, record);
        }
    }

    /// <summary>Notes that the record of this key, which is in the store, is the latest one of a node.</summary>
    public void KeepLatest(string id, string key)
    {
        var path = layout.LatestKey(experiment, id);
        if (index.Value.TryGetValue(id, out var known) && known.Key == key && FileStamp.Fits(known.Latest, path))
        {
            return;
        }

        isIndexStale = true;
        if (!File.Exists(path) || File.ReadAllText(path) != key)
        {
            AtomicFile.WriteWhereAllowed(path, Encoding.ASCII.GetBytes(key));
        }
    }

    /// <summary>The record of a file; null where it is missing, damaged or of another form, or of another key than its name says.</summary>
    internal static StageRecord? Read(string path)
    {
        try
        {
            return SealedRecord.Read(File.ReadAllBytes(path), Path.GetFileNameWithoutExtension(path));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // A damaged record is no record: its node runs and writes it anew.
        }
    }

    private static ConcurrentDictionary<string, ImmutableList<StageRecord>> MakersIn(StoreLayout layout)
    {
        var index = new ConcurrentDictionary<string, ImmutableList<StageRecord>>(StringComparer.Ordinal);
        var paths = StoreFiles.In(layout.Records).Where(path => !AtomicFile.IsTemporary(path));
        foreach (var record in paths.Select(Read).OfType<StageRecord>())
        {
            Index(index, record);
        }

        return index;
    }

    private static void Index(ConcurrentDictionary<string, ImmutableList<StageRecord>> index, StageRecord record)
    {
        foreach (var digest in record.Outputs.Values.Select(artifact => artifact.Sha256).Distinct(StringComparer.Ordinal))
        {
            index.AddOrUpdate(digest, [record], (_, others) => others.Add(record));
        }
    }
}
