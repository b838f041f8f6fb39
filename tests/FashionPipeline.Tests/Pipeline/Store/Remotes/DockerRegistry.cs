using System.Globalization;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>Debian's registry of container images, with a folder of its own.</summary>
internal sealed class DockerRegistry : IDisposable
{
    /// <summary>User whom a registry with a password knows.</summary>
    public const string User = "writer";

    /// <summary>That user's password.</summary>
    public const string Password = "secret-of-the-writer";

    // Of the password, by bcrypt, which the registry wants and .NET does not have.
    private const string PasswordHash = "$2y$04$abcdefghijklmnopqrstuus26Ww.4OJgIv/4SqmwFvJ4SHolS5azi";

    private readonly TemporaryFolder folder;
    private readonly LocalServer server;

    private DockerRegistry(TemporaryFolder folder, int port, string settings)
    {
        this.folder = folder;
        Authority = $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}";
        File.WriteAllText(folder["config.yml"], $$"""
            version: 0.1
            log: {level: warn, accesslog: {disabled: true} }
            storage: {filesystem: {rootdirectory: {{folder["data"]}} } }
            {{settings}}
            """);
        server = LocalServer.Start("docker-registry", "docker-registry", folder.Path, port, "serve", folder["config.yml"]);
    }

    /// <summary>Host and port.</summary>
    public string Authority { get; }

    /// <summary>Where it keeps everything.</summary>
    public string Data => folder["data"];

    /// <summary>A registry for everybody.</summary>
    /// <param name="relative">Whether it names places without its own name.</param>
    public static DockerRegistry Start(bool relative = false) => Started(
        (_, port) => $"http: {{addr: 127.0.0.1:{port}, relativeurls: {(relative ? "true" : "false")}}}");

    /// <summary>A registry for <see cref="User"/> alone.</summary>
    public static DockerRegistry StartWithPassword() => Started((folder, port) =>
    {
        File.WriteAllText(folder["htpasswd"], $"{User}:{PasswordHash}\n");
        return $"http: {{addr: 127.0.0.1:{port}}}\nauth: {{htpasswd: {{realm: tests, path: {folder["htpasswd"]}}}}}";
    });

    /// <summary>A registry that believes the tokens of a server.</summary>
    public static DockerRegistry StartWithTokens(TokenServer tokens) => Started((folder, port) =>
    {
        File.WriteAllText(folder["tokens.pem"], tokens.Certificate);
        return $"http: {{addr: 127.0.0.1:{port}}}\nauth: {{token: {{realm: \"{tokens.Realm}\", service: {TokenServer.Service}, "
            + $"issuer: {TokenServer.Issuer}, rootcertbundle: {folder["tokens.pem"]}}}}}";
    });

    /// <summary>A repository of it, or of what stands before it.</summary>
    /// <param name="environment">Where credentials are; null for nowhere.</param>
    /// <param name="options">How patient the client is; null for the tests' patience.</param>
    /// <param name="authority">Host and port of what stands before it; null for itself.</param>
    /// <param name="repository">The repository.</param>
    public IRemote Open(
        RemoteEnvironment? environment = null, RemoteOptions? options = null, string? authority = null, string repository = "tests/store") =>
        RemoteAddress.Parse($"oci://{authority ?? Authority}/{repository}")
            .Open(options ?? new RemoteOptions(), environment ?? new RemoteEnvironment());

    /// <summary>What it answers to somebody who knows nothing of this program.</summary>
    /// <param name="path">What is asked for.</param>
    /// <param name="type">Media type that is asked for.</param>
    public byte[] Get(string path, string type)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Accept.ParseAdd(type);
        return client.GetByteArrayAsync(new Uri($"http://{Authority}/{path}")).GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    private static DockerRegistry Started(Func<TemporaryFolder, string, string> settings)
    {
        var folder = new TemporaryFolder();
        try
        {
            var port = LocalServer.FreePort();
            return new(folder, port, settings(folder, port.ToString(CultureInfo.InvariantCulture)));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
