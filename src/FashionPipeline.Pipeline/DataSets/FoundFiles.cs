using FashionPipeline.Data;

namespace FashionPipeline.Pipeline.DataSets;

/// <summary>Files of one format that were found somewhere.</summary>
/// <param name="Source">Full path of the folder, or base URL, that has them.</param>
/// <param name="Description">What was found, for a reader.</param>
/// <param name="Files">The files.</param>
internal sealed record FoundFiles(string Source, string Description, IReadOnlyDictionary<DataFileRole, FileContent> Files);
