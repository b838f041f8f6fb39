using System.Text;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;
using FashionPipeline.Tests.Download;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

public sealed class OciAuthenticationTests : IDisposable
{
    private static readonly Artifact Artifact = Artifact.Of("content"u8);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_show_a_registry_the_password_that_docker_keeps()
    {
        using var registry = DockerRegistry.StartWithPassword();
        using var remote = registry.Open(Environment(registry.Authority, DockerRegistry.Password));

        var artifact = remote.Put(RemoteSamples.Bytes(100));
        remote.PutRecord(RemoteSamples.Key, RemoteSamples.Record, [artifact]);

        Assert.Equal(RemoteSamples.Bytes(100), remote.FindBlob(artifact));
        Assert.Equal(RemoteSamples.Record, remote.FindRecord(RemoteSamples.Key));
    }

    [Fact]
    public void Should_say_that_there_are_no_credentials_for_a_registry()
    {
        using var registry = DockerRegistry.StartWithPassword();
        using var remote = registry.Open();

        var fault = Assert.Throws<RemoteException>(() => remote.FindRecord(RemoteSamples.Key));

        Assert.Equal(
            $"GET http://{registry.Authority}/v2/tests/store/manifests/{RemoteSamples.Key}: 401 Unauthorized (UNAUTHORIZED); "
            + $"there are no credentials for {registry.Authority}", fault.Message);
    }

    [Fact]
    public void Should_say_that_a_registry_does_not_take_the_password()
    {
        using var registry = DockerRegistry.StartWithPassword();
        using var remote = registry.Open(Environment(registry.Authority, "a wrong password"));

        var fault = Assert.Throws<RemoteException>(() => remote.HasBlob(Artifact));

        Assert.Equal($"HEAD http://{registry.Authority}/v2/tests/store/blobs/sha256:{Artifact.Sha256}: 401 Unauthorized", fault.Message);
    }

    [Fact]
    public void Should_read_with_a_token_for_everybody_and_write_with_one_of_the_user()
    {
        using var tokens = new TokenServer();
        using var registry = DockerRegistry.StartWithTokens(tokens);
        using var writer = registry.Open(Environment(registry.Authority, TokenServer.Password));
        using var reader = registry.Open();

        var artifact = writer.Put(RemoteSamples.Bytes(100));
        writer.PutRecord(RemoteSamples.Key, RemoteSamples.Record, [artifact]);

        Assert.Equal(RemoteSamples.Bytes(100), reader.FindBlob(artifact));
        Assert.Equal(RemoteSamples.Record, reader.FindRecord(RemoteSamples.Key));
        Assert.Contains(
            ($"?service={TokenServer.Service}&scope=repository%3Atests%2Fstore%3Apull%2Cpush", true),
            tokens.Requests.Select(request => (request.Query.Replace("push%2Cpull", "pull%2Cpush"), request.IsKnown)));
        Assert.Contains(($"?service={TokenServer.Service}&scope=repository%3Atests%2Fstore%3Apull", false), tokens.Requests);
    }

    [Fact]
    public void Should_ask_for_a_token_once_for_what_needs_the_same_rights()
    {
        using var tokens = new TokenServer();
        using var registry = DockerRegistry.StartWithTokens(tokens);
        using var remote = registry.Open();

        for (var i = 0; i < 3; i++)
        {
            Assert.False(remote.HasBlob(Artifact));
            Assert.Null(remote.FindRecord(RemoteSamples.Key));
        }

        Assert.Single(tokens.Requests);
    }

    [Fact]
    public void Should_say_that_nobody_may_write_without_credentials()
    {
        using var tokens = new TokenServer();
        using var registry = DockerRegistry.StartWithTokens(tokens);
        using var remote = registry.Open();

        var fault = Assert.Throws<RemoteException>(() => remote.Put(RemoteSamples.Bytes(10)));

        Assert.Equal(
            $"POST http://{registry.Authority}/v2/tests/store/blobs/uploads/: 401 Unauthorized (DENIED); "
            + $"there are no credentials for {registry.Authority}", fault.Message.Replace("UNAUTHORIZED", "DENIED"));
    }

    [Fact]
    public void Should_read_what_everybody_may_read_with_credentials_that_are_good_for_nothing()
    {
        using var tokens = new TokenServer();
        using var registry = DockerRegistry.StartWithTokens(tokens);
        using var remote = registry.Open(Environment(registry.Authority, "a wrong password"));

        Assert.False(remote.HasBlob(Artifact));
        Assert.Equal([false, false], tokens.Requests.Select(request => request.IsKnown));
    }

    [Fact]
    public void Should_take_an_artifact_from_a_repository_that_needs_a_right_of_its_own()
    {
        using var tokens = new TokenServer();
        using var registry = DockerRegistry.StartWithTokens(tokens);
        var environment = Environment(registry.Authority, TokenServer.Password);
        using var other = registry.Open(environment, repository: "private/other");
        using var remote = registry.Open(environment, repository: "tests/store?mount=private/other");

        other.Put(RemoteSamples.Bytes(100));
        var artifact = remote.Put(RemoteSamples.Bytes(100));

        Assert.Equal(RemoteSamples.Bytes(100), remote.FindBlob(artifact));
        Assert.Contains(tokens.Requests, request => request.Query.Contains("private%2Fother%3Apull", StringComparison.Ordinal)
            && request.Query.Contains("tests%2Fstore", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_get_another_token_where_one_has_expired()
    {
        using var server = new FaultyServer();
        var challenge = FaultyServer.Answer(
            "401 Unauthorized", $"WWW-Authenticate: Bearer realm=\"{server.Address}token?a=b\",scope=\"repository:a:pull\"\r\n");
        var content = FaultyServer.Answer("200 OK", body: "content"u8.ToArray());
        Func<string, Stream, Task>[] answers =
        [
            challenge, Token("""{"token": "first"}"""), content, challenge, Token("""{"access_token": "second"}"""), content, content,
        ];
        foreach (var answer in answers)
        {
            server.Enqueue(answer);
        }

        using var remote = Open(server.Address.Authority);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("content"u8.ToArray(), remote.FindBlob(Artifact));
        }

        Assert.Equal([null, null, "Bearer first", "Bearer first", null, "Bearer second", "Bearer second"], server.Requests.Select(Shown));
        Assert.Contains("GET /data/token?a=b&scope=repository%3Aa%3Apull HTTP/1.1", server.Requests.ElementAt(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://tokens.example/", "wants a token from an address that is not https: nothing is sent there")]
    [InlineData("file:///etc/passwd", "wants a token from an address that is not https: nothing is sent there")]
    [InlineData("nowhere", "wants a token from an address that is not https: nothing is sent there")]
    public void Should_send_no_credentials_to_an_unsafe_place(string realm, string message)
    {
        using var server = new FaultyServer(FaultyServer.Answer("401 Unauthorized", $"WWW-Authenticate: Bearer realm=\"{realm}\"\r\n"));
        using var remote = Open(server.Address.Authority, TokenServer.Password);

        var fault = Assert.Throws<RemoteException>(() => remote.FindBlob(Artifact));

        Assert.Equal($"{server.Address.Authority} {message}", fault.Message);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"token": 1}""")]
    [InlineData("""{"token": "two words"}""")]
    [InlineData("""{"token": "\ud800"}""")]
    [InlineData("""{"to\ud800ken": 1}""")]
    [InlineData("""{"token": "a\r\nHeader: b"}""")]
    public void Should_say_that_a_server_of_tokens_gives_none(string answer)
    {
        using var server = new FaultyServer();
        server.Enqueue(FaultyServer.Answer("401 Unauthorized", $"WWW-Authenticate: Bearer realm=\"{server.Address}token\"\r\n"));
        server.Enqueue(Token(answer));
        using var remote = Open(server.Address.Authority);

        var fault = Assert.Throws<RemoteException>(() => remote.FindBlob(Artifact));

        Assert.Equal($"GET http://{server.Address.Authority}/: the answer holds no token", fault.Message);
    }

    [Fact]
    public void Should_answer_no_other_server_that_asks_for_credentials()
    {
        using var other = new FaultyServer(FaultyServer.Answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"a\"\r\n"));
        using var server = new FaultyServer(FaultyServer.Redirect(other.Address.AbsoluteUri));
        using var remote = Open(server.Address.Authority, TokenServer.Password);

        var fault = Assert.Throws<RemoteException>(() => remote.FindBlob(Artifact));

        Assert.EndsWith($": {other.Address.Authority} answered 401 Unauthorized", fault.Message, StringComparison.Ordinal);
        Assert.Null(Shown(Assert.Single(other.Requests)));
    }

    [Fact]
    public void Should_send_no_credentials_where_an_upload_goes_on_elsewhere()
    {
        using var other = new FaultyServer(FaultyServer.Status(201));
        using var server = new FaultyServer(
            FaultyServer.Answer("401 Unauthorized", "WWW-Authenticate: Basic realm=\"a\"\r\n"),
            FaultyServer.Answer("202 Accepted", $"Location: {other.Address}upload?signature=abc\r\n"));
        using var remote = Open(server.Address.Authority, TokenServer.Password);

        remote.PutBlob(Artifact, "content"u8.ToArray());

        Assert.StartsWith("Basic ", Shown(server.Requests.Last()), StringComparison.Ordinal);
        var sent = Assert.Single(other.Requests);
        Assert.StartsWith($"PUT /data/upload?signature=abc&digest=sha256:{Artifact.Sha256} ", sent, StringComparison.Ordinal);
        Assert.Null(Shown(sent));
    }

    private static Func<string, Stream, Task> Token(string json) => FaultyServer.Answer("200 OK", body: Encoding.UTF8.GetBytes(json));

    private static string? Shown(string head) => head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith("Authorization: ", StringComparison.Ordinal))?["Authorization: ".Length..];

    private IRemote Open(string authority, string? password = null) => RemoteAddress.Parse($"oci://{authority}/tests/store")
        .Open(RemoteSamples.Impatient, password is null ? new RemoteEnvironment() : Environment(authority, password));

    private RemoteEnvironment Environment(string registry, string password)
    {
        File.WriteAllText(folder["config.json"], RegistryCredentialsTests.Config(registry, TokenServer.User, password));
        return new RemoteEnvironment { DockerConfig = folder["config.json"] };
    }
}
