using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>Runs a task, or takes its result from the store; says in one line which, and why.</summary>
/// <param name="blobs">Where artifacts are.</param>
/// <param name="records">What is known of earlier runs.</param>
/// <param name="display">Where the line goes.</param>
/// <param name="log">Where the time goes that it took.</param>
public sealed class StageRunner(BlobStore blobs, RecordStore records, Display display, RunLog log)
{
    private readonly RerunReason reason = new(records);

    /// <summary>The result of a task. A task that fails leaves neither record nor artifact.</summary>
    public StageRecord Run(StageTask task) => log.Time(task.Id, () => RunOrReuse(task));

    private StageRecord RunOrReuse(StageTask task)
    {
        var key = task.Key.Hash;
        if (Reusable(task.Id, key) is { } known)
        {
            display.Line($"{task.Id}  reused");
            records.KeepLatest(known);
            return known;
        }

        display.Line($"{task.Id}  run ({reason.Of(records.FindLatest(task.Id), task.Key)})");
        var outputs = new SortedDictionary<string, Artifact>(StringComparer.Ordinal);
        foreach (var (name, bytes) in task.Work())
        {
            outputs.Add(name, blobs.Publish(bytes));
        }

        var record = new StageRecord
        {
            Id = task.Id,
            Key = key,
            Components = new(task.Key.Components.ToDictionary(), StringComparer.Ordinal),
            Outputs = outputs,
        };
        records.Keep(record);
        return record;
    }

    private StageRecord? Reusable(string id, string key)
    {
        var record = records.Find(id, key);
        return record is not null && record.Outputs.Values.All(artifact => blobs.IsIntact(artifact, display.Line)) ? record : null;
    }
}
