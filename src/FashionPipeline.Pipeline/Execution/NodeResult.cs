using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>What a node has made.</summary>
/// <param name="Key">All that it depends on; null for published files, which depend on nothing.</param>
/// <param name="Outputs">The artifacts by name.</param>
public sealed record NodeResult(StageKey? Key, IReadOnlyDictionary<string, Artifact> Outputs);
