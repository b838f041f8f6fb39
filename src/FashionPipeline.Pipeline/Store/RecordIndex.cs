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

    /// <summary>Replaces the index.</summary>
    public static void Write(string path, Dictionary<string, IndexedRecord> entries) =>
        SealedFile.Write(path, JsonSerializer.SerializeToUtf8Bytes(entries, RecordJson.Index));
}

/// <summary>What a node made last.</summary>
/// <param name="Key">Hash of its key.</param>
/// <param name="Record">The record's file.</param>
/// <param name="Latest">The file that names the record as the node's latest.</param>
/// <param name="Outputs">The artifacts by name.</param>
internal sealed record IndexedRecord(string Key, FileStamp Record, FileStamp Latest, SortedDictionary<string, Artifact> Outputs);

/// <summary>Whether a file is still the same, without reading it.</summary>
/// <param name="Bytes">Its length; -1 where it is not there.</param>
/// <param name="Ticks">When it was written.</param>
internal readonly record struct FileStamp(long Bytes, long Ticks)
{
    /// <summary>The stamp of a file.</summary>
    public static FileStamp Of(string path) =>
        new FileInfo(path) is { Exists: true } file ? new(file.Length, file.LastWriteTimeUtc.Ticks) : new(-1, 0);
}
