using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>What a node made last.</summary>
/// <param name="Key">Hash of its key.</param>
/// <param name="Record">The record's file.</param>
/// <param name="Latest">The file that names the record as the node's latest.</param>
/// <param name="Outputs">The artifacts by name.</param>
internal sealed record IndexedRecord(string Key, FileStamp Record, FileStamp Latest, SortedDictionary<string, Artifact> Outputs);
