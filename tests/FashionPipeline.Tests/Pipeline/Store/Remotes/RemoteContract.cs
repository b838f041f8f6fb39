using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>What holds of every remote store, whatever its protocol.</summary>
internal static class RemoteContract
{
    /// <summary>Puts artifacts and a record, that record once more, and asks for all of it.</summary>
    public static void AssertGivesBackWhatWasPut(IRemote remote)
    {
        var bytes = RemoteSamples.Bytes(100_000);

        var artifact = remote.Put(bytes);
        var other = remote.Put([]);
        remote.PutRecord(RemoteSamples.Key, "another one"u8.ToArray(), [artifact, other]);
        remote.PutRecord(RemoteSamples.Key, RemoteSamples.Record, [artifact, other]);

        Assert.True(remote.HasBlob(artifact));
        Assert.Equal(bytes, remote.FindBlob(artifact));
        Assert.Equal(Array.Empty<byte>(), remote.FindBlob(other));
        Assert.Equal(RemoteSamples.Record, remote.FindRecord(RemoteSamples.Key));
    }

    /// <summary>Asks an empty store.</summary>
    public static void AssertHasNothing(IRemote remote)
    {
        var artifact = Artifact.Of("anything"u8);

        Assert.False(remote.HasBlob(artifact));
        Assert.Null(remote.FindBlob(artifact));
        Assert.Null(remote.FindRecord(RemoteSamples.Key));
    }
}
