using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>Asks a registry, and shows it what it wants to see of a user.</summary>
internal sealed partial class RegistryClient : IDisposable
{
    private readonly Uri registry;
    private readonly RemoteHttp http;
    private readonly RegistryTokens tokens;

    /// <param name="registry">The registry: scheme, host and port.</param>
    /// <param name="options">How patient it is.</param>
    /// <param name="environment">Where credentials are.</param>
    public RegistryClient(Uri registry, RemoteOptions options, RemoteEnvironment environment)
    {
        this.registry = registry;
        http = new RemoteHttp(options);
        tokens = new RegistryTokens(registry, http, new RegistryCredentials(environment, options));
    }

    /// <inheritdoc cref="RemoteHttp.Within"/>
    public T Within<T>(string remote, long bytes, Func<CancellationToken, Task<T>> requests) => http.Within(remote, bytes, requests);

    /// <summary>The answer to a request, which is asked once more where the registry wants to know who asks.</summary>
    /// <param name="request">What is asked. Where it is of another server, it is asked for nobody.</param>
    /// <param name="purpose">What it is for: equal texts need equal rights.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RemoteException">It cannot be reached, or there is no token to be had.</exception>
    public async Task<HttpResponseMessage> SendAsync(RemoteRequest request, string purpose, CancellationToken cancellationToken)
    {
        if (!RemoteHttp.IsSameServer(request.Address, registry))
        {
            return await http.SendAsync(request, cancellationToken);
        }

        var answer = await http.SendAsync(request with { Authorization = tokens.Find(purpose) }, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Unauthorized
            && RemoteHttp.IsSameServer(answer.RequestMessage!.RequestUri!, registry)
            && await tokens.RenewAsync(purpose, answer, cancellationToken) is { } shown
            ? await http.SendAsync(request with { Authorization = shown }, cancellationToken)
            : answer;
    }

    /// <summary>The answer to a request, which is the one that is expected.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public async Task<HttpResponseMessage> ExpectAsync(
        RemoteRequest request, HttpStatusCode expected, string purpose, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(request, purpose, cancellationToken);
        return answer.StatusCode == expected ? answer : throw await RefusedAsync(request, answer, cancellationToken);
    }

    /// <summary>The fault that an answer is, with the registry's codes for it.</summary>
    public async Task<RemoteException> RefusedAsync(
        RemoteRequest request, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var codes = string.Join(", ", CodesIn(await answer.Content.ReadAsByteArrayAsync(cancellationToken)));
        return RemoteHttp.Refused(
            request,
            answer,
            (codes.Length > 0 ? $" ({codes})" : "") + (answer.StatusCode == HttpStatusCode.Unauthorized ? tokens.Hint : ""));
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    // The words beside a code may quote anything.
    private static IReadOnlyList<string> CodesIn(byte[] body)
    {
        try
        {
            return
            [
                .. (JsonSerializer.Deserialize(body, OciJson.Errors)?.Errors ?? []).Select(error => error?.Code)
                    .OfType<string>().Where(code => Code().IsMatch(code)).Distinct(StringComparer.Ordinal).Take(3),
            ];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"\A[A-Z_]{1,40}\z")]
    private static partial Regex Code();
}
