using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>
/// What a registry is shown, by what is done there: nothing before it asks, then the user's credentials or a token that they got (Docker
/// Registry v2 authentication specification).
/// </summary>
/// <param name="registry">The registry.</param>
/// <param name="http">Asks the server that gives tokens.</param>
/// <param name="credentials">The credentials of registries.</param>
internal sealed partial class RegistryTokens(Uri registry, RemoteHttp http, RegistryCredentials credentials)
{
    private readonly ConcurrentDictionary<string, AuthenticationHeaderValue> known = new(StringComparer.Ordinal);
    private readonly Lazy<Credentials?> own = new(() => credentials.Find(registry.Authority));

    /// <summary>What a refusal may come from; empty where there are credentials, or none were asked for.</summary>
    public string Hint => own is { IsValueCreated: true, Value: null } ? $"; there are no credentials for {registry.Authority}" : "";

    /// <summary>What was good for this last time; null for nothing.</summary>
    /// <param name="purpose">What is done: equal texts need equal rights.</param>
    public AuthenticationHeaderValue? Find(string purpose) => known.GetValueOrDefault(purpose);

    /// <summary>What to show for this from now on; null where the answer does not ask for anything that there is.</summary>
    /// <param name="purpose">What is done: equal texts need equal rights.</param>
    /// <param name="answer">The registry's refusal.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RemoteException">There is no token to be had.</exception>
    public async Task<AuthenticationHeaderValue?> RenewAsync(
        string purpose, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var shown = AuthenticationChallenge.Find(answer) switch
        {
            null => null,
            { Realm: null } => own.Value?.Basic,
            var challenge => await AskAsync(challenge, cancellationToken),
        };
        if (shown is not null)
        {
            known[purpose] = shown;
        }

        return shown;
    }

    // A token for everybody may be had where these credentials are not good for one.
    private async Task<AuthenticationHeaderValue> AskAsync(AuthenticationChallenge challenge, CancellationToken cancellationToken)
    {
        var address = Address(challenge);
        var request = new RemoteRequest(HttpMethod.Get, address) { Authorization = own.Value?.Basic, Shown = new Uri(address, "/") };
        var answer = await http.SendAsync(request, cancellationToken);
        if (IsRefusal(answer) && request.Authorization is not null
            && await http.SendAsync(request with { Authorization = null }, cancellationToken) is { StatusCode: HttpStatusCode.OK } other)
        {
            answer = other;
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw RemoteHttp.Refused(request, answer, IsRefusal(answer) ? Hint : "");
        }

        var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return TokenIn(body) is { } token ? new("Bearer", token) : throw new RemoteException($"{request}: the answer holds no token");
    }

    private Uri Address(AuthenticationChallenge challenge)
    {
        if (!Uri.TryCreate(challenge.Realm, UriKind.Absolute, out var realm) || !RemoteHttp.MaySend(registry, realm))
        {
            throw new RemoteException(
                $"{registry.Authority} wants a token from an address that is not https: nothing is sent there");
        }

        var query = (challenge.Scope ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(scope => "scope=" + Uri.EscapeDataString(scope))
            .Prepend(challenge.Service is { } service ? "service=" + Uri.EscapeDataString(service) : "")
            .Prepend(realm.Query.TrimStart('?'))
            .Where(part => part.Length > 0);
        return new UriBuilder(realm) { Query = string.Join('&', query), UserName = "", Password = "" }.Uri;
    }

    private static bool IsRefusal(HttpResponseMessage answer) =>
        answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;

    private static string? TokenIn(byte[] body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.ValueKind != JsonValueKind.Object ? null : new[] { "token", "access_token" }
                .Select(name => answer.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString() : null)
                .FirstOrDefault(token => token is not null && Token().IsMatch(token));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException) // the latter of half a character
        {
            return null;
        }
    }

    // RFC 6750: what may stand behind "Bearer".
    [GeneratedRegex(@"\A[A-Za-z0-9._~+/-]+=*\z")]
    private static partial Regex Token();
}
