namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// Reads an answer to its end, or as much of it as was asked for, before it is handed on: so a body that stalls or breaks off is a fault of
/// the attempt, and one that does not end is cut off.
/// </summary>
internal sealed class BoundedBody : DelegatingHandler
{
    /// <summary>How much of the answer is read.</summary>
    public static readonly HttpRequestOptionsKey<long> MostBytes = new("FashionPipeline.MostBytes");

    /// <summary>How much goes either way, at most.</summary>
    public static readonly HttpRequestOptionsKey<long> MovedBytes = new("FashionPipeline.MovedBytes");

    private const int BufferBytes = 1 << 16;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var most = request.Options.TryGetValue(MostBytes, out var bytes) ? bytes : 0;
        var response = await base.SendAsync(request, cancellationToken);
        using var content = response.Content;
        try
        {
            response.Content = new ByteArrayContent(await ReadAsync(content, most, cancellationToken));
        }
        catch (IOException)
        {
            response.Dispose();
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The body broke off.");
        }

        foreach (var header in content.Headers)
        {
            response.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return response;
    }

    private static async Task<byte[]> ReadAsync(HttpContent content, long most, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[BufferBytes];
        while (kept.Length < most)
        {
            var read = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most - kept.Length)), cancellationToken);
            if (read == 0)
            {
                break;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
