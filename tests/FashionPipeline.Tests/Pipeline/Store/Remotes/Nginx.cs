using System.Globalization;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>Debian's nginx as a server of files that takes new ones from who has a password, with a folder of its own.</summary>
internal sealed class Nginx : IDisposable
{
    /// <summary>User who may read and write.</summary>
    public const string User = "writer";

    /// <summary>That user's password, with what must be escaped in an address.</summary>
    public const string Password = "secret/of@the-writer";

    private readonly TemporaryFolder folder;
    private readonly LocalServer server;

    private Nginx(TemporaryFolder folder, bool isReadOnly)
    {
        this.folder = folder;
        var port = LocalServer.FreePort();
        Authority = $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}";
        Directory.CreateDirectory(folder["data"]);
        File.WriteAllText(folder["htpasswd"], $"{User}:{{PLAIN}}{Password}\n");
        File.WriteAllText(folder["nginx.conf"], $$"""
            daemon off;
            master_process off;
            pid nginx.pid;
            events {}
            http {
              access_log off;
              client_body_temp_path body;
              proxy_temp_path proxy;
              fastcgi_temp_path fastcgi;
              uwsgi_temp_path uwsgi;
              scgi_temp_path scgi;
              client_max_body_size 0;
              server {
                listen {{Authority}};
                root data;
                {{(isReadOnly ? "" : "dav_methods PUT; create_full_put_path on; auth_basic tests; auth_basic_user_file htpasswd;")}}
              }
            }
            """);
        server = LocalServer.Start(
            "nginx", "nginx", folder.Path, port, "-p", folder.Path, "-c", folder["nginx.conf"], "-e", "stderr");
    }

    /// <summary>Host and port.</summary>
    public string Authority { get; }

    /// <summary>Where it keeps everything.</summary>
    public TemporaryFolder Folder => folder;

    /// <summary>A server for <see cref="User"/>, or one of which everybody may read and nobody may write.</summary>
    public static Nginx Start(bool isReadOnly = false)
    {
        var folder = new TemporaryFolder();
        try
        {
            return new(folder, isReadOnly);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>A folder of it, or of what stands before it.</summary>
    /// <param name="user">Credentials as they stand in an address; empty for none.</param>
    /// <param name="environment">Where credentials are; null for nowhere.</param>
    /// <param name="authority">Host and port of what stands before it; null for itself.</param>
    /// <param name="options">How patient the client is; null for the tests' patience.</param>
    public IRemote Open(
        string user = "", RemoteEnvironment? environment = null, string? authority = null, RemoteOptions? options = null) =>
        RemoteAddress.Parse($"http://{user}{authority ?? Authority}/store")
            .Open(options ?? new RemoteOptions(), environment ?? new RemoteEnvironment());

    /// <summary>The credentials as they stand in an address.</summary>
    public static string UserInfo => $"{User}:{Uri.EscapeDataString(Password)}@";

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }
}
