using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>The result of a node that a remote store had, and that is in the local one now.</summary>
/// <param name="Address">The remote's address as it is shown.</param>
/// <param name="Outputs">The artifacts by name.</param>
/// <param name="Bytes">Length of those that were not here before.</param>
public sealed record RemoteResult(string Address, IReadOnlyDictionary<string, Artifact> Outputs, long Bytes)
{
    /// <summary>Says of a node where its result is from.</summary>
    public string ToLine(StageNode node) => FormattableString.Invariant($"{node.Id}  from {Address}  ({Bytes / 1e6:0.0} MB)");
}
