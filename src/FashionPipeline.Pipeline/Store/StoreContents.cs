using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Store;

/// <summary>What a store holds, by whose results it is.</summary>
/// <param name="Groups">Results by experiment and stage, sorted; what two experiments share is counted for each.</param>
/// <param name="Folders">Files and bytes of each folder of the store, which add up to all of it.</param>
public sealed record StoreContents(IReadOnlyList<StoreGroup> Groups, IReadOnlyList<StoreGroup> Folders)
{
    private const string Earlier = "(earlier)";

    /// <summary>Looks at a store, reading records and no artifact.</summary>
    /// <param name="folder">Folder of the store; may be missing.</param>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static StoreContents Of(string folder)
    {
        try
        {
            return Of(new StoreLayout(folder));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The store in {folder} cannot be read: {fault.Message}", fault);
        }
    }

    private static StoreContents Of(StoreLayout layout)
    {
        var experiments = RecordStore.Latest(layout).ToLookup(latest => latest.Record, latest => latest.Experiment, StringComparer.Ordinal);
        var groups =
            from path in StoreFiles.In(layout.Records)
            let record = RecordStore.Read(path)
            where record is not null
            from experiment in experiments[path].Distinct().DefaultIfEmpty(Earlier)
            from artifact in record.Outputs.Values
            group artifact by (experiment, record.Key.Stage) into artifacts
            orderby artifacts.Key.experiment == Earlier, artifacts.Key.experiment, artifacts.Key.Stage
            let distinct = artifacts.Distinct().ToList()
            select new StoreGroup(artifacts.Key.experiment, artifacts.Key.Stage, distinct.Count, distinct.Sum(artifact => artifact.Bytes));
        var folders = layout.Made.Append(layout.Data).Order(StringComparer.Ordinal).Select(path => (path, Files: StoreFiles.In(path)))
            .Select(found =>
                new StoreGroup("", Path.GetFileName(found.path), found.Files.Count, found.Files.Sum(file => new FileInfo(file).Length)));
        return new([.. groups], [.. folders]);
    }
}

/// <summary>Some files of the store.</summary>
/// <param name="Experiment">The experiment whose results they are.</param>
/// <param name="Name">The stage that made them, or their folder.</param>
/// <param name="Files">How many.</param>
/// <param name="Bytes">Their length together.</param>
public sealed record StoreGroup(string Experiment, string Name, int Files, long Bytes);
