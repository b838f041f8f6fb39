using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Execution;

/// <summary>An input of a node is missing or damaged at the moment when the node reads it.</summary>
/// <param name="reader">The node that reads.</param>
/// <param name="maker">The node that made it.</param>
/// <param name="damaged">What is missing or damaged.</param>
public sealed class DamagedInputException(StageNode reader, StageNode maker, DamagedArtifactException damaged)
    : Exception($"{reader.Id} cannot read what {maker.Id} made: {damaged.Message}", damaged)
{
    /// <summary>The node that made it, and can make it again.</summary>
    public StageNode Maker => maker;

    /// <summary>What it should be.</summary>
    public Artifact Artifact => damaged.Artifact;
}
