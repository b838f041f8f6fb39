using System.Net;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// A registry of container images as a store (OCI distribution specification 1.1): artifacts are blobs, a record is a manifest that has the
/// key for its tag. Of the specification it needs what every registry has, and no list of what refers to what.
/// </summary>
internal sealed class OciRegistry : IRemote
{
    /// <summary>What needs the right to write.</summary>
    public const string Push = "push";

    private const string Pull = "pull";

    private readonly RegistryClient client;
    private readonly OciUpload upload;
    private readonly Uri repository;
    private readonly string? mountFrom;

    /// <param name="address">Its address as it is shown.</param>
    /// <param name="registry">The registry: scheme, host and port.</param>
    /// <param name="repository">Name of the repository in it.</param>
    /// <param name="mountFrom">Name of another repository there, whose artifacts need not be sent; null for none.</param>
    /// <param name="options">How patient it is.</param>
    /// <param name="environment">Where its credentials are.</param>
    public OciRegistry(
        string address, Uri registry, string repository, string? mountFrom, RemoteOptions options, RemoteEnvironment environment)
    {
        Address = address;
        this.mountFrom = mountFrom;
        this.repository = new Uri(registry, $"v2/{repository}/");
        client = new RegistryClient(registry, options, environment);
        upload = new OciUpload(client, this.repository, options);
    }

    /// <inheritdoc/>
    public string Address { get; }

    /// <inheritdoc/>
    public byte[]? FindRecord(string key) => client.Within(Address, 0, async time =>
    {
        var request = new RemoteRequest(HttpMethod.Get, Manifest(key)) { Accept = OciManifest.Type, MostBytes = OciManifest.MostBytes };
        if (await FindAsync(request, time) is not { } manifest)
        {
            return null;
        }

        var record = OciManifest.FindRecord(manifest);
        return record?.Data ?? (record?.Blob is { Bytes: <= RemoteOptions.MostRecordBytes } blob
            ? await FindAsync(GetBlob(blob), time)
            : throw new RemoteException($"{request}: the answer is no manifest of a record"));
    });

    /// <inheritdoc/>
    public byte[]? FindBlob(Artifact artifact) => client.Within(Address, artifact.Bytes, time => FindAsync(GetBlob(artifact), time));

    /// <inheritdoc/>
    public bool HasBlob(Artifact artifact) => client.Within(Address, 0, time => HasAsync(artifact, time));

    /// <inheritdoc/>
    public void PutBlob(Artifact artifact, byte[] bytes) => client.Within(Address, artifact.Bytes, async time =>
    {
        await PutAsync(artifact, bytes, time);
        return true;
    });

    /// <inheritdoc/>
    public void PutRecord(string key, byte[] record, IReadOnlyList<Artifact> outputs) => client.Within(Address, record.Length, async time =>
    {
        var config = Artifact.Of(record);
        if (!await HasAsync(config, time))
        {
            await upload.SendAsync(config, record, time);
        }

        var request = new RemoteRequest(HttpMethod.Put, Manifest(key))
        {
            Body = OciManifest.Of(record, outputs).ToBytes(),
            BodyType = OciManifest.Type,
        };
        await client.ExpectAsync(request, HttpStatusCode.Created, Push, time);
        return true;
    });

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private Uri Manifest(string key) => new(repository, $"manifests/{key}");

    private Uri Blob(Artifact artifact) => new(repository, $"blobs/{OciDescriptor.DigestOf(artifact)}");

    private RemoteRequest GetBlob(Artifact artifact)
    {
        var bytes = RemoteHttp.Bounded(artifact.Bytes);
        return new(HttpMethod.Get, Blob(artifact)) { MostBytes = bytes + 1, ExpectedBytes = bytes };
    }

    private async Task<bool> HasAsync(Artifact artifact, CancellationToken time)
    {
        var request = new RemoteRequest(HttpMethod.Head, Blob(artifact));
        var answer = await client.SendAsync(request, Pull, time);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => (answer.Content.Headers.ContentLength ?? artifact.Bytes) == artifact.Bytes,
            HttpStatusCode.NotFound => false,
            _ => throw await client.RefusedAsync(request, answer, time),
        };
    }

    private async Task<byte[]?> FindAsync(RemoteRequest request, CancellationToken time)
    {
        var answer = await client.SendAsync(request, Pull, time);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => await answer.Content.ReadAsByteArrayAsync(time),
            HttpStatusCode.NotFound => null,
            _ => throw await client.RefusedAsync(request, answer, time),
        };
    }

    private async Task PutAsync(Artifact artifact, byte[] bytes, CancellationToken time)
    {
        if (mountFrom is null || !await upload.MountAsync(artifact, mountFrom, time))
        {
            await upload.SendAsync(artifact, bytes, time);
        }
    }
}
