using System.Net;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// A plain HTTP server as a store, laid out as Bazel's HTTP cache is: artifacts are <c>cas/&lt;digest&gt;</c>, records are
/// <c>ac/&lt;key&gt;</c>.
/// </summary>
/// <param name="root">Where both are, ended by a slash.</param>
/// <param name="own">The credentials that its address named; null for those that are kept for its host.</param>
/// <param name="options">How patient it is.</param>
/// <param name="environment">Where credentials are kept.</param>
internal sealed class HttpCache(Uri root, Credentials? own, RemoteOptions options, RemoteEnvironment environment) : IRemote
{
    private readonly RemoteHttp http = new(options);
    private readonly Lazy<Credentials?> credentials = new(() => own ?? Netrc.Find(environment.Netrc, root.Host));

    /// <inheritdoc/>
    public string Address { get; } = root.AbsoluteUri.TrimEnd('/');

    /// <inheritdoc/>
    public byte[]? FindRecord(string key) => Find($"ac/{key}", 0, RemoteOptions.MostRecordBytes);

    /// <inheritdoc/>
    public byte[]? FindBlob(Artifact artifact)
    {
        var bytes = RemoteHttp.Bounded(artifact.Bytes);
        return Find($"cas/{artifact.Sha256}", bytes, bytes + 1);
    }

    /// <inheritdoc/>
    public bool HasBlob(Artifact artifact) => http.Within(Address, 0, async time =>
    {
        var request = Request(HttpMethod.Head, $"cas/{artifact.Sha256}");
        var answer = await http.SendAsync(request, time);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => (answer.Content.Headers.ContentLength ?? artifact.Bytes) == artifact.Bytes,
            HttpStatusCode.NotFound => false,
            _ => throw Refused(request, answer),
        };
    });

    /// <inheritdoc/>
    public void PutBlob(Artifact artifact, byte[] bytes) => Put($"cas/{artifact.Sha256}", bytes);

    /// <inheritdoc/>
    public void PutRecord(string key, byte[] record, IReadOnlyList<Artifact> outputs) => Put($"ac/{key}", record);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private byte[]? Find(string name, long expectedBytes, long mostBytes) => http.Within(Address, expectedBytes, async time =>
    {
        var request = Request(HttpMethod.Get, name) with { ExpectedBytes = expectedBytes, MostBytes = mostBytes };
        var answer = await http.SendAsync(request, time);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => await answer.Content.ReadAsByteArrayAsync(time),
            HttpStatusCode.NotFound => null,
            _ => throw Refused(request, answer),
        };
    });

    private void Put(string name, byte[] bytes) => http.Within(Address, bytes.Length, async time =>
    {
        var request = Request(HttpMethod.Put, name) with { Body = bytes };
        var answer = await http.SendAsync(request, time);
        return answer.IsSuccessStatusCode ? true : throw Refused(request, answer);
    });

    private RemoteRequest Request(HttpMethod method, string name) =>
        new(method, new Uri(root, name)) { Authorization = credentials.Value?.Basic };

    private RemoteException Refused(RemoteRequest request, HttpResponseMessage answer) => RemoteHttp.Refused(
        request, answer, answer.StatusCode == HttpStatusCode.Unauthorized && credentials.Value is null
            ? $"; there are no credentials for {root.Host}" : "");
}
