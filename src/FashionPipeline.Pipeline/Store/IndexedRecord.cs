using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>What a node made last.</summary>
/// <param name="Key">Hash of its key.</param>
/// <param name="Record">Stamp of the record's file; null where it is not known.</param>
/// <param name="Latest">Stamp of the file that names the record as the node's latest; null where it names another.</param>
/// <param name="Outputs">The artifacts by name.</param>
internal sealed record IndexedRecord(string Key, string? Record, string? Latest, SortedDictionary<string, Artifact> Outputs);
