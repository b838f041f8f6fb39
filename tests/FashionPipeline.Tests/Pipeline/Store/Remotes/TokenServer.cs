using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>
/// A server of tokens as registries want them (Distribution, "Token Authentication Implementation"): everybody may read, who shows the
/// password may write, and nobody may read what is private without it.
/// </summary>
internal sealed class TokenServer : IDisposable
{
    public const string Service = "tests.registry";
    public const string Issuer = "tests.issuer";
    public const string User = "writer";
    public const string Password = "secret-of-the-writer";

    private readonly HttpListener listener = new();
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 certificate;

    public TokenServer()
    {
        var request = new CertificateRequest("CN=tests", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var root = $"http://127.0.0.1:{LocalServer.FreePort().ToString(CultureInfo.InvariantCulture)}/";
        Realm = new Uri(root + "token");
        listener.Prefixes.Add(root);
        listener.Start();
        _ = ServeAsync();
    }

    /// <summary>Where tokens are.</summary>
    public Uri Realm { get; }

    /// <summary>What a registry knows tokens by.</summary>
    public string Certificate => certificate.ExportCertificatePem();

    /// <summary>Each request: its query, and whether it came with credentials.</summary>
    public ConcurrentQueue<(string Query, bool IsKnown)> Requests { get; } = [];

    /// <summary>How long a token is good for; one that is not is issued all the same.</summary>
    public TimeSpan Life { get; set; } = TimeSpan.FromMinutes(5);

    public void Dispose()
    {
        listener.Close();
        certificate.Dispose();
        key.Dispose();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            var context = await listener.GetContextAsync();
            var expected = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
            var isKnown = context.Request.Headers["Authorization"] == expected;
            Requests.Enqueue((context.Request.Url!.Query, isKnown));
            if (!isKnown && context.Request.Headers["Authorization"] is not null)
            {
                context.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            }
            else
            {
                var scopes = context.Request.QueryString.GetValues("scope") ?? [];
                var token = JsonSerializer.SerializeToUtf8Bytes(new { token = Token(scopes, isKnown) });
                await context.Response.OutputStream.WriteAsync(token);
            }

            context.Response.Close();
        }
    }

    private string Token(string[] scopes, bool isKnown)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var head = Json(new { typ = "JWT", alg = "ES256", x5c = new[] { Convert.ToBase64String(certificate.RawData) } });
        var claims = Json(new
        {
            iss = Issuer,
            sub = "tests",
            aud = Service,
            nbf = now - 600,
            iat = now - 600,
            exp = now + (long)Life.TotalSeconds,
            jti = Guid.NewGuid().ToString("N"),
            access = scopes.Select(scope => scope.Split(':')).Select(scope => new
            {
                type = scope[0],
                name = scope[1],
                actions = scope[2].Split(',').Where(action => isKnown || (action == "pull" && !scope[1].Contains("private"))).ToArray(),
            }).ToArray(),
        });
        var signature = key.SignData(Encoding.ASCII.GetBytes($"{head}.{claims}"), HashAlgorithmName.SHA256);
        return $"{head}.{claims}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Json(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
