using System.Text.Json;
using FashionPipeline.Foundation.Files;

namespace FashionPipeline.Pipeline.Store;

/// <summary>
/// What the nodes of an experiment made last, in one file. It says nothing that the records do not: an entry counts while the files that
/// it was made from have not been touched, and where the index is missing or damaged the records are read.
/// </summary>
internal static class RecordIndex
{
    /// <summary>The entries by node; none where there is no index that can be read.</summary>
    public static IReadOnlyDictionary<string, IndexedRecord> Read(string path) => SealedJson.Read(path, RecordJson.Index) ?? [];

    /// <summary>Replaces the index.</summary>
    public static void Write(string path, Dictionary<string, IndexedRecord> entries) =>
        SealedFile.WriteWhereAllowed(path, JsonSerializer.SerializeToUtf8Bytes(entries, RecordJson.Index));
}
