using System.Net.Http.Headers;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>What is asked of a server, so that it can be asked again.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Address">The server and what of it.</param>
internal sealed record RemoteRequest(HttpMethod Method, Uri Address)
{
    /// <summary>Bytes that are sent; null for none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>Media type of <see cref="Body"/>.</summary>
    public string BodyType { get; init; } = "application/octet-stream";

    /// <summary>Where <see cref="Body"/> begins in what it is a part of; null where it is the whole.</summary>
    public long? BodyStart { get; init; }

    /// <summary>Media type that is asked for; null for any.</summary>
    public string? Accept { get; init; }

    /// <summary>Who asks; null for nobody. Goes to the server of <see cref="Address"/> alone.</summary>
    public AuthenticationHeaderValue? Authorization { get; init; }

    /// <summary>How much of an answer is read.</summary>
    public long MostBytes { get; init; } = 1 << 20;

    /// <summary>The address for messages: of one that a server gave, what was asked of the server before.</summary>
    public Uri Shown { get; init; } = Address;

    /// <summary>What is asked of whom, without credentials: an address may hold some behind its path.</summary>
    public override string ToString() => $"{Method} {Shown.GetLeftPart(UriPartial.Path)}";

    /// <summary>The message for one of the servers that the request is sent to.</summary>
    /// <param name="address">The server, and what of it.</param>
    public HttpRequestMessage ToMessage(Uri address)
    {
        var message = new HttpRequestMessage(Method, address);
        if (RemoteHttp.IsSameServer(address, Address))
        {
            message.Headers.Authorization = Authorization;
        }

        if (Accept is not null)
        {
            message.Headers.Accept.ParseAdd(Accept);
        }

        if (Body is { } body)
        {
            message.Content = new ReadOnlyMemoryContent(body);
            message.Content.Headers.ContentType = new(BodyType);
            if (BodyStart is { } start)
            {
                // Registries want it without a unit, so it is no range as HTTP knows it.
                message.Content.Headers.TryAddWithoutValidation(
                    "Content-Range", FormattableString.Invariant($"{start}-{start + body.Length - 1}"));
            }
        }

        message.Options.Set(BoundedBody.MostBytes, MostBytes);
        message.Options.Set(BoundedBody.MovedBytes, Math.Max(MostBytes, Body?.Length ?? 0));
        return message;
    }
}
