using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>Another remote store, whose requests are counted and may fail.</summary>
internal sealed class WatchedRemote(IRemote remote) : IRemote
{
    private int requests;

    public int Requests => requests;

    /// <summary>Is called before each request.</summary>
    public Action Before { get; set; } = () => { };

    public string Address => remote.Address;

    public byte[]? FindRecord(string key) => Watch(() => remote.FindRecord(key));

    public byte[]? FindBlob(Artifact artifact) => Watch(() => remote.FindBlob(artifact));

    public bool HasBlob(Artifact artifact) => Watch(() => remote.HasBlob(artifact));

    public void PutBlob(Artifact artifact, byte[] bytes) => Watch(() =>
    {
        remote.PutBlob(artifact, bytes);
        return true;
    });

    public void PutRecord(string key, byte[] record, IReadOnlyList<Artifact> outputs) => Watch(() =>
    {
        remote.PutRecord(key, record, outputs);
        return true;
    });

    public void Dispose() => remote.Dispose();

    private T Watch<T>(Func<T> request)
    {
        Interlocked.Increment(ref requests);
        Before();
        return request();
    }
}
