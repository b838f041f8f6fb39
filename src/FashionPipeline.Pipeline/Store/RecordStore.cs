using System.Text.Json;
using FashionPipeline.Data.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>
/// Records by key, <c>records/&lt;stage&gt;/&lt;key&gt;.json</c>, and for each experiment the key that each stage had last,
/// <c>latest/&lt;experiment&gt;/&lt;stage&gt;.key</c>, so that a re-run can say what has changed.
/// </summary>
/// <param name="folder">Folder of the store.</param>
/// <param name="experiment">Name of the experiment.</param>
public sealed class RecordStore(string folder, string experiment)
{
    /// <summary>Every record of every stage and experiment that can be read, in the order of their files.</summary>
    public IEnumerable<StageRecord> All()
    {
        var root = Path.Combine(folder, "records");
        return Directory.Exists(root)
            ? Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read).OfType<StageRecord>()
            : [];
    }

    /// <summary>The record of a key; null where there is none that can be read.</summary>
    public StageRecord? Find(string id, string key) => Read(PathOf(id, key));

    /// <summary>The record that this experiment's stage had last; null where it never ran.</summary>
    public StageRecord? FindLatest(string id)
    {
        var path = LatestPathOf(id);
        return File.Exists(path) ? Find(id, File.ReadAllText(path)) : null;
    }

    /// <summary>Keeps a record, and that it is the latest one of its stage.</summary>
    public void Keep(StageRecord record)
    {
        AtomicFile.Write(PathOf(record.Id, record.Key), StoreJson.Write(record));
        KeepLatest(record);
    }

    /// <summary>Notes that a record which is in the store is the latest one of its stage.</summary>
    public void KeepLatest(StageRecord record) => AtomicFile.Write(LatestPathOf(record.Id), System.Text.Encoding.ASCII.GetBytes(record.Key));

    /// <summary>The record of a file; null where it is missing or damaged.</summary>
    internal static StageRecord? Read(string path)
    {
        try
        {
            return File.Exists(path) ? StoreJson.Read<StageRecord>(File.ReadAllBytes(path)) : null;
        }
        catch (JsonException)
        {
            return null; // A damaged record is no record: the stage runs and writes it anew.
        }
    }

    private string PathOf(string id, string key) => Path.Combine(folder, "records", id.Split('/')[0], key + ".json");

    private string LatestPathOf(string id) => Path.Combine(folder, "latest", experiment, id.Replace('/', Path.DirectorySeparatorChar) + ".key");
}
