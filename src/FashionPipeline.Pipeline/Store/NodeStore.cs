using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store;

/// <summary>The store as the nodes of one experiment see it.</summary>
/// <param name="layout">Paths of the store.</param>
/// <param name="experiment">Name of the experiment.</param>
/// <param name="dataSet">Name of its data set.</param>
public sealed class NodeStore(StoreLayout layout, string experiment, string dataSet)
{
    /// <summary>Paths of the store.</summary>
    public StoreLayout Layout => layout;

    /// <summary>Artifacts by content.</summary>
    public BlobStore Blobs { get; } = new(layout);

    /// <summary>What is known of earlier runs.</summary>
    public RecordStore Records { get; } = new(layout, experiment, Variant.OriginOf(experiment));

    /// <summary>What ended work has left for longer work.</summary>
    public WorkStates States { get; } = new(layout);

    /// <summary>The data set's published files.</summary>
    public PublishedFiles Published { get; } = new(layout, dataSet);

    /// <summary>Takes the turn to make or fetch what a key stands for, which one alone has, here and in other processes.</summary>
    /// <param name="node">A node of this key.</param>
    /// <param name="key">The key.</param>
    /// <param name="say">Is told once that somebody else has the turn, who is waited for.</param>
    public FileLock TakeTurn(StageNode node, StageKey key, Action<string> say) =>
        FileLock.Take(layout.LockOf(key.Hash()), () => say($"{node.Id}  waits: another run or node makes the same"));

    /// <summary>All bytes of an artifact, checked against its digest.</summary>
    /// <param name="maker">The node that makes it.</param>
    /// <param name="output">Its name there.</param>
    /// <param name="artifact">The artifact.</param>
    public byte[] Read(StageNode maker, string output, Artifact artifact) =>
        maker.IsPublished ? Published.Read(output, artifact) : Blobs.Read(artifact);
}
