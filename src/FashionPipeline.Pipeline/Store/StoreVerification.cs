using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>Reads every file of a store and compares it with what it should be.</summary>
/// <param name="Files">Number of files that were read.</param>
/// <param name="Bytes">Their length together.</param>
/// <param name="Faults">What is wrong, a line each, and what becomes of it.</param>
public sealed record StoreVerification(int Files, long Bytes, IReadOnlyList<string> Faults)
{
    /// <summary>Verifies a store; what is damaged is quarantined, so that the next run makes it again.</summary>
    /// <param name="folder">Folder of the store; where it is missing there is nothing to read.</param>
    /// <param name="report">Is told that another run is waited for.</param>
    /// <exception cref="InputException">The store cannot be read or written to.</exception>
    public static StoreVerification Of(string folder, Action<string> report)
    {
        try
        {
            var layout = new StoreLayout(folder);
            using var taken = Directory.Exists(layout.Folder) ? StoreAccess.Take(layout, report) : null;
            return taken is null ? new(0, 0, []) : Verify(layout);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The store in {folder} cannot be verified: {fault.Message}", fault);
        }
    }

    private static StoreVerification Verify(StoreLayout layout)
    {
        var (blobs, derived) = (Finished(layout.Blobs), Finished(layout.AllDerived));
        List<string> checkpoints = [.. Finished(layout.Unfinished), .. Finished(layout.States)];
        var records = Finished(layout.Records).Select(path => (Path: path, Record: RecordStore.Read(path))).ToList();
        List<string> read = [.. blobs, .. records.Select(record => record.Path), .. checkpoints, .. derived];
        var bytes = read.Sum(path => new FileInfo(path).Length);
        var store = new BlobStore(layout);
        var missing =
            from record in records.Select(record => record.Record).OfType<StageRecord>()
            from output in record.Outputs
            where !store.Has(output.Value)
            select $"missing blob {output.Value.Sha256}: {output.Key} of {record.Id} is made again when it is needed";
        List<string> faults =
        [
            .. missing.ToList(), // before anything is moved away
            .. blobs.Where(path => store.Find(Path.GetFileName(path)) is null).Select(path => Quarantine(layout, path, "blob")),
            .. records.Where(record => record.Record is null).Select(record => Quarantine(layout, record.Path, "record")),
            .. derived.Where(path => SealedFile.Read(path) is null).Select(path => Quarantine(layout, path, "derived file")),
            .. checkpoints.Where(path => SealedFile.Read(path) is null).Select(path => Quarantine(layout, path, "checkpoint")),
        ];
        return new(read.Count, bytes, faults);
    }

    private static List<string> Finished(string folder) => [.. StoreFiles.In(folder).Where(path => !AtomicFile.IsTemporary(path))];

    private static string Quarantine(StoreLayout layout, string path, string kind)
    {
        StoreFiles.Quarantine(layout, path);
        return $"corrupt {kind} {Path.GetFileNameWithoutExtension(path)}: quarantined, is made again when it is needed";
    }
}
