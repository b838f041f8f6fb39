using System.Globalization;
using System.Net;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>Sends an artifact to a registry (OCI distribution specification 1.1, "Pushing blobs").</summary>
/// <param name="client">Asks the registry.</param>
/// <param name="repository">Address of the repository, ended by a slash.</param>
/// <param name="options">How much goes into one request.</param>
internal sealed class OciUpload(RegistryClient client, Uri repository, RemoteOptions options)
{
    private readonly Uri uploads = new(repository, "blobs/uploads/");

    /// <summary>
    /// Sends the artifact, in one request or, where it is long, in several. A registry may know one of the two ways only, and an upload that
    /// broke in the middle cannot always go on: then the other way begins a new one.
    /// </summary>
    /// <exception cref="RemoteException">The registry does not take it.</exception>
    public async Task SendAsync(Artifact artifact, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var isLong = bytes.Length > options.LongestUploadBytes;
        try
        {
            await SendAsync(artifact, bytes, isLong, await BeginAsync(cancellationToken), cancellationToken);
        }
        catch (RemoteException fault) when (fault.Status is not (null or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
        {
            await SendAsync(artifact, bytes, !isLong, await BeginAsync(cancellationToken), cancellationToken);
        }
    }

    /// <summary>Has the registry take the artifact from another of its repositories.</summary>
    /// <param name="artifact">The artifact.</param>
    /// <param name="from">Name of the other repository.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Whether it did.</returns>
    public async Task<bool> MountAsync(Artifact artifact, string from, CancellationToken cancellationToken)
    {
        var query = $"?mount={OciDescriptor.DigestOf(artifact)}&from={Uri.EscapeDataString(from)}";
        var request = new RemoteRequest(HttpMethod.Post, new Uri(uploads, query)) { Body = ReadOnlyMemory<byte>.Empty };
        try
        {
            return (await client.SendAsync(request, "mount", cancellationToken)).StatusCode == HttpStatusCode.Created;
        }
        catch (RemoteException)
        {
            return false; // The artifact is sent; what is wrong with the registry shows there.
        }
    }

    private async Task<HttpResponseMessage> BeginAsync(CancellationToken cancellationToken) => await client.ExpectAsync(
        new RemoteRequest(HttpMethod.Post, uploads) { Body = ReadOnlyMemory<byte>.Empty },
        HttpStatusCode.Accepted, OciRegistry.Push, cancellationToken);

    private async Task SendAsync(
        Artifact artifact, ReadOnlyMemory<byte> bytes, bool inChunks, HttpResponseMessage begun, CancellationToken cancellationToken)
    {
        var location = Location(begun);
        if (inChunks)
        {
            var length = Math.Max(options.ChunkBytes, LeastChunkBytes(begun));
            for (var start = 0; start < bytes.Length; start += length)
            {
                var part = new RemoteRequest(HttpMethod.Patch, location)
                {
                    Body = bytes.Slice(start, Math.Min(length, bytes.Length - start)),
                    BodyStart = start,
                    Shown = uploads,
                };
                location = Location(await client.ExpectAsync(part, HttpStatusCode.Accepted, OciRegistry.Push, cancellationToken));
            }
        }

        var digest = "digest=" + OciDescriptor.DigestOf(artifact);
        var end = new RemoteRequest(HttpMethod.Put, new UriBuilder(location) { Query = $"{location.Query}&{digest}".TrimStart('?', '&') }.Uri)
        {
            Body = inChunks ? ReadOnlyMemory<byte>.Empty : bytes,
            Shown = uploads,
        };
        await client.ExpectAsync(end, HttpStatusCode.Created, OciRegistry.Push, cancellationToken);
    }

    // Relative, on the registry or elsewhere, and another one after each part.
    private Uri Location(HttpResponseMessage answer)
    {
        var asked = answer.RequestMessage!.RequestUri!;
        return answer.Headers.Location is { } location && Uri.TryCreate(asked, location, out var next) && RemoteHttp.MaySend(asked, next)
            ? next
            : throw new RemoteException($"{uploads}: the registry does not say, or not by https, where an upload goes on");
    }

    private static int LeastChunkBytes(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("OCI-Chunk-Min-Length", out var values)
            && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            ? Math.Min(length, Array.MaxLength / 2) : 0;
}
