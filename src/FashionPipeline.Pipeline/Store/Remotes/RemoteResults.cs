using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// Takes results of nodes from a remote store into the local one. The remote is not believed: a record has to be of the very key and to
/// name what the node declares, and an artifact has to have the bytes of its name. Safe to use from several threads.
/// </summary>
/// <param name="remote">The remote store.</param>
/// <param name="store">The local one.</param>
public sealed class RemoteResults(IRemote remote, NodeStore store)
{
    /// <summary>The remote's address as it is shown.</summary>
    public string Address => remote.Address;

    /// <summary>Fetches what is not here of a node's result, and keeps the record as the node's latest.</summary>
    /// <param name="node">The node.</param>
    /// <param name="key">Its key, whose lock the caller has.</param>
    /// <returns>The result; null where the remote has none.</returns>
    /// <exception cref="RemoteException">The remote cannot be used.</exception>
    /// <exception cref="UnfitResultException">What it has is no result of the node, or is not all there. No record is kept.</exception>
    /// <exception cref="IOException">The local store is full or cannot be written to.</exception>
    public RemoteResult? Fetch(StageNode node, StageKey key)
    {
        var hash = key.Hash();
        if (remote.FindRecord(hash) is not { } file)
        {
            return null;
        }

        var record = SealedRecord.Read(file, hash)
            ?? throw new UnfitResultException($"{Address} has a record that is damaged, or of another key than {ShortDigest.Of(hash)}");
        if (OutputCheck.FindFault(node, record.Outputs) is { } fault)
        {
            throw new UnfitResultException($"{Address} has a record with {fault}");
        }

        var missing = record.Outputs.DistinctBy(output => output.Value).Where(output => !store.Blobs.IsCurrent(output.Value)).ToList();
        foreach (var (name, artifact) in missing)
        {
            store.Blobs.Publish(Fetch(name, artifact));
        }

        store.Records.Keep(record with { Id = node.Id });
        store.Records.KeepLatest(node.Id, hash);
        return new(Address, record.Outputs, missing.Sum(output => output.Value.Bytes));
    }

    private byte[] Fetch(string name, Artifact artifact) => remote.FindBlob(artifact) switch
    {
        null => throw new UnfitResultException($"{Address} lacks {name}, SHA-256 {ShortDigest.Of(artifact.Sha256)}"),
        var bytes when Artifact.Of(bytes) == artifact => bytes,
        var bytes => throw new UnfitResultException(FormattableString.Invariant(
            $"{Address} has other bytes for {name}: found SHA-256 {ShortDigest.Of(Artifact.Of(bytes).Sha256)}, {bytes.Length} bytes, ")
            + FormattableString.Invariant($"expected {ShortDigest.Of(artifact.Sha256)}, {artifact.Bytes} bytes")),
    };
}
