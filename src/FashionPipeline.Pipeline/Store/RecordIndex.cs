using System.Text.Json;
using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>
/// What the nodes of an experiment made last, in one file. It says nothing that the records do not: an entry counts while the files that
/// it was made from have not been touched, and where the index is missing or damaged the records are read.
/// </summary>
internal static class RecordIndex
{
    /// <summary>The entries by node; none where there is no index that can be read.</summary>
    public static IReadOnlyDictionary<string, IndexedRecord> Read(string path)
    {
        try
        {
            return File.Exists(path) && SealedFile.Read(path) is { } content
                ? JsonSerializer.Deserialize(content.Span, RecordJson.Index) ?? []
                : new Dictionary<string, IndexedRecord>();
        }
        catch (JsonException)
        {
            return new Dictionary<string, IndexedRecord>(); // of another form
        }
    }

    /// <summary>Tells one index from another by the digest that its file carries; null where there is none.</summary>
    public static string? DigestOf(string path) => File.Exists(path) ? SealedFile.DigestOf(path) : null;

    /// <summary>Replaces the index.</summary>
    public static void Write(string path, Dictionary<string, IndexedRecord> entries) =>
        SealedFile.WriteWhereAllowed(path, JsonSerializer.SerializeToUtf8Bytes(entries, RecordJson.Index));
}
