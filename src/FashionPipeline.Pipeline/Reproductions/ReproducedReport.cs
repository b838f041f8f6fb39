using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Reproductions;

/// <summary>One side of a reproduction: a report with its locks, and the store that may hold its artifacts.</summary>
public sealed class ReproducedReport
{
    private readonly string folder;
    private readonly BlobStore blobs;

    /// <param name="folder">The report's folder.</param>
    /// <param name="cache">The store's folder.</param>
    /// <exception cref="InputException">There is no report with a lock that can be read.</exception>
    public ReproducedReport(string folder, string cache)
    {
        (this.folder, blobs) = (folder, new(new StoreLayout(cache)));
        Locks = LockedReport.InFolder(folder);
        Metrics = File.Exists(Path.Combine(folder, "metrics.json"))
            ? File.ReadAllBytes(Path.Combine(folder, "metrics.json"))
            : throw new InputException($"{folder} has no metrics.json.\nMake the report.") { Remedy = Remedy.MakeReport };
        Artifacts = Locks.Lock.Nodes.SelectMany(node => node.Value.Artifacts, (node, artifact) =>
                KeyValuePair.Create(new NodeOutput(node.Key, artifact.Key), LockedNode.DigestOf(artifact.Value)))
            .ToDictionary();
    }

    /// <summary>What is committed of its origin.</summary>
    public LockedReport Locks { get; }

    /// <summary>Its metrics.</summary>
    public byte[] Metrics { get; }

    /// <summary>SHA-256 of each artifact.</summary>
    public IReadOnlyDictionary<NodeOutput, string> Artifacts { get; }

    /// <summary>The bytes of an artifact, from the store or the report's folder; null where neither has what the lock names.</summary>
    public byte[]? Read(NodeOutput output) => blobs.Find(Artifacts[output])
        ?? (Path.Combine(folder, output.Output) is var path && File.Exists(path) && File.ReadAllBytes(path) is var bytes
            && Artifact.Of(bytes).Sha256 == Artifacts[output] ? bytes : null);
}
