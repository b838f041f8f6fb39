using System.Text;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;
using FashionPipeline.Tests.Download;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

public sealed class RemoteHttpTests
{
    private const string Secret = "secret-of-somebody";

    private static readonly byte[] Bytes = RemoteSamples.Bytes(1000);
    private static readonly Artifact Artifact = Artifact.Of(Bytes);

    [Theory]
    [InlineData("408 Request Timeout", "")]
    [InlineData("429 Too Many Requests", "Retry-After: 0\r\n")]
    [InlineData("500 Internal Server Error", "")]
    [InlineData("503 Service Unavailable", "Retry-After: Thu, 01 Jan 1970 00:00:00 GMT\r\n")]
    public void Should_ask_again_where_a_server_may_be_better_soon(string status, string headers)
    {
        using var server = new FaultyServer(FaultyServer.Answer(status, headers), FaultyServer.Body(Bytes));
        using var remote = Open(server);

        Assert.Equal(Bytes, remote.FindBlob(Artifact));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void Should_ask_again_where_an_answer_breaks_off_or_stalls()
    {
        using var server = new FaultyServer();
        Func<string, Stream, Task>[] answers =
        [
            FaultyServer.Truncated(Bytes, 500), FaultyServer.Reset(Bytes, 500), FaultyServer.Body(Bytes),
            server.Stalled(Bytes, 500), server.Trickling(Bytes), FaultyServer.Body(Bytes),
        ];
        foreach (var answer in answers)
        {
            server.Enqueue(answer);
        }

        using var remote = Open(server);

        Assert.Equal(Bytes, remote.FindBlob(Artifact));
        Assert.Equal(Bytes, remote.FindBlob(Artifact));
        Assert.Equal(6, server.Requests.Count);
    }

    [Theory]
    [InlineData("500 Whatever the server says", "", 3, "500 Internal Server Error")]
    [InlineData("403 Forbidden", "", 1, "403 Forbidden")]
    [InlineData("429 Too Many Requests", "Retry-After: 3600\r\n", 1, "429 Too Many Requests; it wants to be asked again in 3600 s")]
    [InlineData("299 Odd", "", 1, "299")]
    [InlineData("302 Found", "", 1, "302 Found, which does not say where to go on")]
    public void Should_say_what_came_back(string status, string headers, int requests, string message)
    {
        using var server = new FaultyServer(FaultyServer.Answer(status, headers));
        using var remote = Open(server);

        var fault = Assert.Throws<RemoteException>(() => remote.FindBlob(Artifact));

        Assert.Equal($"GET {server.Address}cas/{Artifact.Sha256}: {message}", fault.Message);
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public void Should_say_that_nobody_listens()
    {
        using var remote = Open($"127.0.0.1:{LocalServer.FreePort()}");

        var fault = Assert.Throws<RemoteException>(() => remote.FindBlob(Artifact));

        Assert.Contains(": no connection (", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void Should_say_how_long_it_waited_for_an_answer()
    {
        using var server = new FaultyServer();
        server.Enqueue(server.Stalled(Bytes, 500));
        using var remote = Open(server, RemoteSamples.Impatient with { AttemptSeconds = 0.05, Retries = 0, LowestBytesPerSecond = 1e9 });

        var fault = Assert.Throws<RemoteException>(() => remote.FindBlob(Artifact));

        Assert.EndsWith(": no whole answer within 0.05 s", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_wait_longer_in_all_than_the_options_say()
    {
        using var server = new FaultyServer();
        server.Enqueue(server.Stalled(Bytes, 500));
        using var remote = Open(server, new RemoteOptions { TotalSeconds = 0.2, LowestBytesPerSecond = 1e9 });

        var fault = Assert.Throws<RemoteException>(() => remote.FindBlob(Artifact));

        Assert.Equal($"{remote.Address}: no whole answer within 0.2 s", fault.Message);
    }

    [Fact]
    public void Should_read_one_byte_more_than_an_artifact_has_and_no_further()
    {
        using var server = new FaultyServer(FaultyServer.WithoutLength(RemoteSamples.Bytes(1 << 20)));
        using var remote = Open(server);

        Assert.Equal(Bytes.Length + 1, remote.FindBlob(Artifact)?.Length);
    }

    [Fact]
    public void Should_hold_no_memory_for_a_length_that_somebody_states()
    {
        using var server = new FaultyServer(FaultyServer.Body(Bytes));
        using var remote = Open(server);

        Assert.Equal(Bytes, remote.FindBlob(Artifact with { Bytes = long.MaxValue }));
        Assert.Equal(Bytes[..1], remote.FindBlob(Artifact with { Bytes = -1 }));
    }

    [Fact]
    public void Should_drop_credentials_where_it_is_redirected_to_another_server()
    {
        using var other = new FaultyServer(FaultyServer.Body(Bytes));
        using var server = new FaultyServer(
            FaultyServer.Redirect("/data/here"), FaultyServer.Redirect($"{other.Address}there?signature={Secret}"));
        using var remote = Open(server);

        Assert.Equal(Bytes, remote.FindBlob(Artifact));
        Assert.All(server.Requests, head => Assert.Contains("Authorization: Basic ", head, StringComparison.Ordinal));
        Assert.DoesNotContain("Authorization", Assert.Single(other.Requests), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("http://cache.example/", "302 Found, to an address that is not https")]
    [InlineData("file:///etc/passwd", "302 Found, to an address that is not https")]
    [InlineData("/data/again", "redirected more than 5 times")]
    public void Should_not_follow_every_redirect(string location, string message)
    {
        using var server = new FaultyServer(FaultyServer.Redirect(location));
        using var remote = Open(server);

        var fault = Assert.Throws<RemoteException>(() => remote.FindBlob(Artifact));

        Assert.EndsWith($"{Artifact.Sha256}: {message}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_send_an_artifact_once_more_only_where_a_redirect_means_that()
    {
        using var server = new FaultyServer(
            FaultyServer.Answer("307 Temporary Redirect", "Location: /data/there\r\n"),
            FaultyServer.Status(201),
            FaultyServer.Redirect("/data/there"));
        using var remote = Open(server);

        remote.PutBlob(Artifact, Bytes);
        var fault = Assert.Throws<RemoteException>(() => remote.PutBlob(Artifact, Bytes));

        Assert.StartsWith("PUT /data/there ", server.Requests.ElementAt(1), StringComparison.Ordinal);
        Assert.EndsWith("302 Found, which does not say where to go on", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cache")]
    [InlineData("registry")]
    public void Should_never_repeat_credentials_that_a_server_repeats(string kind)
    {
        Func<string, string>[] answers =
        [
            shown => $"HTTP/1.1 403 {shown}\r\nContent-Length: 0\r\n\r\n",
            shown => $"HTTP/1.1 {shown}\r\n\r\n",
            shown => $"{shown}\r\n\r\n",
            shown => $"HTTP/1.1 200 OK\r\n{shown}\r\n\r\n",
            shown => $"HTTP/1.1 200 OK\r\nContent-Length: {shown}\r\n\r\n",
            shown => $"HTTP/1.1 302 Found\r\nLocation: {shown}\r\nContent-Length: 0\r\n\r\n",
            shown => $"HTTP/1.1 302 Found\r\nLocation: http://a.example/{shown}\r\nContent-Length: 0\r\n\r\n",
            shown => $"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Bearer realm=\"{shown}\"\r\nContent-Length: 0\r\n\r\n",
            shown => "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n"
                + $"WWW-Authenticate: Bearer realm=\"http://127.0.0.1:1/{shown}\"\r\n\r\n",
            shown => $"HTTP/1.1 403 Forbidden\r\n\r\n{{\"errors\": [{{\"code\": \"{shown}\", \"message\": \"{shown}\"}}]}}",
            shown => $"HTTP/1.1 200 OK\r\n\r\n{{\"config\": \"{shown}\"}}",
            shown => $"HTTP/1.1 429 Too Many Requests\r\nRetry-After: {shown}\r\nContent-Length: 0\r\n\r\n",
        ];
        using var folder = new TemporaryFolder();
        foreach (var answer in answers)
        {
            using var server = new FaultyServer(
                FaultyServer.Answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"a\"\r\n"),
                (head, connection) => connection.WriteAsync(Encoding.Latin1.GetBytes(answer(Shown(head)))).AsTask());
            File.WriteAllText(folder["config.json"], RegistryCredentialsTests.Config(server.Address.Authority, "me", Secret));
            using var remote = kind == "cache" ? Open(server) : RemoteAddress.Parse($"oci://{server.Address.Authority}/store")
                .Open(RemoteSamples.Impatient, new RemoteEnvironment { DockerConfig = folder["config.json"] });

            var faults = new List<RemoteException?>();
            for (var i = 0; i < 2; i++)
            {
                faults.Add(Record.Exception(() => remote.FindRecord(RemoteSamples.Key)) as RemoteException);
            }

            Assert.Contains(server.Requests, head => head.Contains("Authorization: Basic ", StringComparison.Ordinal));
            Assert.All(faults, fault => Assert.DoesNotContain(Shown(server.Requests.Last()), $"{fault}", StringComparison.Ordinal));
            Assert.All(faults, fault => Assert.DoesNotContain(Secret, $"{fault}", StringComparison.Ordinal));
        }
    }

    private static string Shown(string head) => head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith("Authorization: Basic ", StringComparison.Ordinal))?["Authorization: Basic ".Length..]
        ?? "nothing";

    private static IRemote Open(FaultyServer server, RemoteOptions? options = null) => Open(server.Address.Authority, options);

    private static IRemote Open(string authority, RemoteOptions? options = null) =>
        RemoteAddress.Parse($"http://me:{Secret}@{authority}/data").Open(options ?? RemoteSamples.Impatient, new RemoteEnvironment());
}
