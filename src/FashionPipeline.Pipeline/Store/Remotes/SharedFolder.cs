using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// A remote store in a folder that several machines see: <c>blobs/ab/abcd...</c> and <c>records/ab/abcd....json</c>. The folder itself is
/// never made: where a share is not mounted, nothing may be written in its place.
/// </summary>
/// <param name="folder">Full path of the folder.</param>
internal sealed class SharedFolder(string folder) : IRemote
{
    /// <inheritdoc/>
    public string Address { get; } = new Uri(folder).AbsoluteUri;

    /// <inheritdoc/>
    public byte[]? FindRecord(string key) => Read(PathOf(key), RemoteOptions.MostRecordBytes);

    /// <inheritdoc/>
    public byte[]? FindBlob(Artifact artifact) => Read(PathOf(artifact), artifact.Bytes);

    /// <inheritdoc/>
    public bool HasBlob(Artifact artifact) => FindBlob(artifact) is { } bytes && Artifact.Of(bytes) == artifact;

    /// <inheritdoc/>
    public void PutBlob(Artifact artifact, byte[] bytes) => Write(PathOf(artifact), bytes);

    /// <inheritdoc/>
    public void PutRecord(string key, byte[] record, IReadOnlyList<Artifact> outputs) => Write(PathOf(key), record);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private string PathOf(Artifact artifact) => Path.Combine(folder, "blobs", artifact.Sha256[..2], artifact.Sha256);

    private string PathOf(string key) => Path.Combine(folder, "records", key[..2], key + StoreLayout.RecordEnding);

    private byte[]? Read(string path, long most) => Reaching("read", () =>
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        var bytes = new byte[Math.Min(file.Length, most + 1)];
        return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
    });

    private void Write(string path, byte[] bytes) => Reaching("written to", () =>
    {
        AtomicFile.Write(path, bytes);
        return true;
    });

    private T Reaching<T>(string done, Func<T> work)
    {
        try
        {
            return Directory.Exists(folder) ? work() : throw new RemoteException($"{Address} is not there: there is no folder {folder}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RemoteException($"{Address} cannot be {done}: {fault.Message}", fault);
        }
    }
}
