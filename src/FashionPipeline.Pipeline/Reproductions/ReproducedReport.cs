using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Reproductions;

/// <summary>One side of a reproduction: a report with its locks, and the store that may hold its artifacts.</summary>
public sealed class ReproducedReport
{
    private static readonly NodeOutput MetricsOutput = new("report", "metrics.json");

    private readonly string folder;
    private readonly BlobStore blobs;

    /// <param name="folder">The report's folder.</param>
    /// <param name="cache">The store's folder.</param>
    /// <exception cref="InputException">There is no report with a lock that can be read.</exception>
    public ReproducedReport(string folder, string cache)
    {
        (this.folder, blobs) = (folder, new(new StoreLayout(cache)));
        Locks = LockedReport.InFolder(folder);
        Artifacts = Locks.Lock.Nodes.SelectMany(node => node.Value.Artifacts, (node, artifact) =>
                KeyValuePair.Create(new NodeOutput(node.Key, artifact.Key), LockedNode.DigestOf(artifact.Value)))
            .ToDictionary();
        Metrics = Read(MetricsOutput) ?? throw new InputException(
            $"{Path.Combine(folder, MetricsOutput.Output)} is missing, or is not what the lock beside it names.\nTake both from git, "
            + "or make the report.") { Remedy = Remedy.MakeReport };
        LockDigest = Artifact.Of(File.ReadAllBytes(Path.Combine(folder, LockFile.FileName))).Sha256;
    }

    /// <summary>SHA-256 of the file of its lock.</summary>
    public string LockDigest { get; }

    /// <summary>What is committed of its origin.</summary>
    public LockedReport Locks { get; }

    /// <summary>Its metrics.</summary>
    public byte[] Metrics { get; }

    /// <summary>SHA-256 of each artifact.</summary>
    public IReadOnlyDictionary<NodeOutput, string> Artifacts { get; }

    /// <summary>The bytes of an artifact, from the store or the report's folder; null where neither has what the lock names.</summary>
    public byte[]? Read(NodeOutput output) => !Artifacts.TryGetValue(output, out var digest) ? null : blobs.Find(digest)
        ?? (Path.Combine(folder, output.Output) is var path && File.Exists(path) && File.ReadAllBytes(path) is var bytes
            && Artifact.Of(bytes).Sha256 == digest ? bytes : null);
}
