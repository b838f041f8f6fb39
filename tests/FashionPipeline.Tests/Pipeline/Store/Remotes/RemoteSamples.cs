using System.Text;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>Things that tests keep in remote stores.</summary>
internal static class RemoteSamples
{
    /// <summary>A client that gives up soon, so that tests of faults are quick.</summary>
    public static RemoteOptions Impatient { get; } = new()
    {
        RetryDelaySeconds = 0.001,
        LongestRetryAfterSeconds = 0.5,
        AttemptSeconds = 0.3,
        ConnectSeconds = 0.3,
        TotalSeconds = 5,
    };

    /// <summary>The key of a record.</summary>
    public static string Key { get; } = Artifact.Of("key"u8).Sha256;

    /// <summary>The file of a record.</summary>
    public static byte[] Record { get; } = Encoding.UTF8.GetBytes("{\n  \"sha256\": \"…\",\n  \"record\": {}\n}\n");

    /// <summary>Bytes that nobody guesses, always the same.</summary>
    /// <param name="length">How many.</param>
    /// <param name="seed">Which ones.</param>
    public static byte[] Bytes(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Keeps bytes.</summary>
    public static Artifact Put(this IRemote remote, byte[] bytes)
    {
        var artifact = Artifact.Of(bytes);
        remote.PutBlob(artifact, bytes);
        return artifact;
    }
}
