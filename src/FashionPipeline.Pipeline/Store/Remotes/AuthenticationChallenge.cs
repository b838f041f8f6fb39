using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>What a registry wants to be shown: a name and a password, or a token that another server gives.</summary>
/// <param name="Realm">The server that gives tokens; null where the name and the password themselves are wanted.</param>
/// <param name="Service">The registry's name at that server; null for none.</param>
/// <param name="Scope">What the token is for: words, each a resource and what is done with it; null where it is not said.</param>
internal sealed partial record AuthenticationChallenge(string? Realm, string? Service, string? Scope)
{
    /// <summary>The challenge of an answer (RFC 9110, 11.6.1); null where it has none that is known.</summary>
    public static AuthenticationChallenge? Find(HttpResponseMessage answer)
    {
        var challenges = answer.Headers.WwwAuthenticate;
        if (Of(challenges, "Bearer") is { } bearer)
        {
            var parts = Part().Matches(bearer.Parameter ?? "")
                .ToLookup(part => part.Groups["name"].Value, Value, StringComparer.OrdinalIgnoreCase);
            return parts["realm"].FirstOrDefault() is { } realm
                ? new(realm, parts["service"].FirstOrDefault(), parts["scope"].FirstOrDefault()) : null;
        }

        return Of(challenges, "Basic") is null ? null : new(null, null, null);
    }

    private static AuthenticationHeaderValue? Of(IEnumerable<AuthenticationHeaderValue> challenges, string scheme) =>
        challenges.FirstOrDefault(challenge => challenge.Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase));

    private static string Value(Match part) =>
        part.Groups["quoted"].Success ? Escaped().Replace(part.Groups["quoted"].Value, "$1") : part.Groups["token"].Value;

    [GeneratedRegex("""(?<name>[A-Za-z_-]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<token>[^\s,"]+))""", RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}
