using System.Text.RegularExpressions;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Pipeline.Store.Remotes;

/// <summary>Where a remote store is, and by which protocol it is reached.</summary>
public sealed partial class RemoteAddress
{
    private const string Registry = "oci";
    private const string Forms = "oci://host/repository, https://host/path or file:///path";
    private const string DockerHub = "docker.io";

    private readonly Func<RemoteOptions, RemoteEnvironment, IRemote> open;
    private readonly string shown;

    private RemoteAddress(string shown, Func<RemoteOptions, RemoteEnvironment, IRemote> open)
    {
        this.shown = shown;
        this.open = open;
    }

    /// <summary>The address that a user wrote.</summary>
    /// <param name="text">
    /// <c>oci://host[:port]/repository[?mount=another repository of the host]</c>, <c>https://[user:password@]host[:port]/path</c>, or
    /// <c>file:///path</c>.
    /// </param>
    /// <exception cref="InputException">It is none.</exception>
    public static RemoteAddress Parse(string text)
    {
        var scheme = text.Split("://", 2)[0].ToLowerInvariant();
        return scheme switch
        {
            Registry => OfRegistry(text, scheme),
            "https" or "http" when text.Contains("://", StringComparison.Ordinal) => OfHttpCache(text, scheme),
            "file" => OfFolder(text),
            _ => throw Fault(text, "is of no kind that is known"),
        };
    }

    /// <summary>The store. Nothing is asked of it yet.</summary>
    /// <param name="options">How patient it is asked.</param>
    /// <param name="environment">Where credentials are kept.</param>
    public IRemote Open(RemoteOptions options, RemoteEnvironment environment) => open(options, environment);

    /// <summary>The address without credentials.</summary>
    public override string ToString() => shown;

    private static RemoteAddress OfRegistry(string text, string scheme)
    {
        var address = Parsed(text, scheme);
        if (address.UserInfo.Length > 0)
        {
            throw Fault(text, "holds credentials; log in to the registry with docker, or set GITHUB_TOKEN for ghcr.io");
        }

        var repository = address.AbsolutePath.Trim('/');
        var mount = address.Query.StartsWith("?mount=", StringComparison.Ordinal) ? Uri.UnescapeDataString(address.Query[7..]) : null;
        if (!Repository().IsMatch(repository) || (mount is not null && !Repository().IsMatch(mount)))
        {
            throw Fault(text, "names no repository: expected lower-case letters, digits, and . _ - / between them");
        }

        if (mount is null && address.Query.Length > 0)
        {
            throw Fault(text, "ends in a query; the only one that is known is ?mount=<another repository of the host>");
        }

        var host = address.Host == DockerHub ? "registry-1." + DockerHub : address.Host;
        var protocol = address.IsLoopback ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
        var registry = new UriBuilder(protocol, host, address.IsDefaultPort ? -1 : address.Port);
        var shown = $"{Registry}://{address.Authority}/{repository}";
        return new(
            shown, (options, environment) => new OciRegistry(shown, registry.Uri, repository, mount, options, environment));
    }

    private static RemoteAddress OfHttpCache(string text, string scheme)
    {
        var address = Parsed(text, scheme);
        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback)
        {
            throw Fault(text, "is not encrypted: on the way to another machine anyone could read credentials and change results");
        }

        if (address.Query.Length > 0)
        {
            throw Fault(text, "ends in a query, behind which no path can stand");
        }

        var parts = address.UserInfo.Split(':', 2);
        var own = address.UserInfo.Length == 0
            ? null : new Credentials(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts.ElementAtOrDefault(1) ?? ""));
        var root = new UriBuilder(address) { UserName = "", Password = "", Path = address.AbsolutePath.TrimEnd('/') + "/" }.Uri;
        return new(
            root.AbsoluteUri.TrimEnd('/'), (options, environment) => new HttpCache(root, own, options, environment));
    }

    private static RemoteAddress OfFolder(string text) =>
        text.StartsWith("file:///", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? new(address.AbsoluteUri, (_, _) => new SharedFolder(address.LocalPath))
            : throw Fault(text, "names no folder");

    // Read as an https address, whose host and port are known to be written as they should.
    private static Uri Parsed(string text, string scheme)
    {
        var form = scheme == Registry ? Uri.UriSchemeHttps + text[scheme.Length..] : text;
        return Uri.TryCreate(form, UriKind.Absolute, out var address) && address.Host.Length > 0 && address.Fragment.Length == 0
            ? address : throw Fault(text, "is no address");
    }

    private static InputException Fault(string text, string what) =>
        new($"The remote store '{Secret().Replace(text, "$1")}' {what}.\nExpected {Forms}.");

    // What may be credentials: what stands before the host, and behind the path.
    [GeneratedRegex(@"\A([A-Za-z]*://)?.*@|[?#].*", RegexOptions.Singleline)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\A[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*\z")]
    private static partial Regex Repository();
}
