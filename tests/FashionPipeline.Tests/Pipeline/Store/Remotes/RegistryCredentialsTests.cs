using System.Text;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

public sealed class RegistryCredentialsTests : IDisposable
{
    private const string Secret = "secret:of-somebody";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Docker's configuration with the credentials of one registry.</summary>
    internal static string Config(string registry, string user, string password) => Config([registry], user, password);

    /// <summary>Docker's configuration with the same credentials for several registries.</summary>
    internal static string Config(string[] registries, string user, string password) =>
        $$"""{"auths": { {{string.Join(", ", registries.Select(registry => $$"""
            "{{registry}}": {"auth": "{{Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}}"}
            """))}} } }""";

    [Theory]
    [InlineData("registry.example:5000", "registry.example:5000")]
    [InlineData("https://registry.example", "registry.example")]
    [InlineData("https://registry.example/", "registry.example")]
    [InlineData("https://index.docker.io/v1/", "registry-1.docker.io")]
    public void Should_find_what_docker_keeps_for_a_registry(string key, string host)
    {
        Assert.Equal(Basic("me"), Find(Config(key, "me", Secret), host));
        Assert.Null(Find(Config(key, "me", Secret), "other.example"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"auths": {"registry.example": {}}}""")]
    [InlineData("""{"auths": {"registry.example": {"auth": "no base 64"}}}""")]
    [InlineData("""{"auths": {"registry.example": {"auth": 1}}}""")]
    public void Should_have_none_where_docker_keeps_none(string config) => Assert.Null(Find(config, "registry.example"));

    [Fact]
    public void Should_show_the_token_of_a_workflow_to_no_registry_but_githubs()
    {
        var token = new RemoteEnvironment { GitHubActor = "me", GitHubToken = Secret };

        Assert.Equal(Basic("me"), Find(token, "ghcr.io"));
        Assert.Null(Find(token, "ghcr.io.example"));
        Assert.Null(Find(token, "ghcr.io:8443"));
        Assert.Equal(Basic("token"), Find(new RemoteEnvironment { GitHubToken = Secret }, "ghcr.io"));
    }

    [Theory]
    [InlineData("""{"credsStore": "tests"}""")]
    [InlineData("""{"credHelpers": {"registry.example": "tests"}, "credsStore": "none"}""")]
    public void Should_ask_the_program_that_docker_asks(string config)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script of the shell stands for the program.");
        WriteHelper($$"""read server; echo "{\"ServerURL\": \"$server\", \"Username\": \"$server\", \"Secret\": \"{{Secret}}\"}" """);

        Assert.Equal(Basic("registry.example"), Find(config, "registry.example"));
    }

    [Fact]
    public void Should_look_further_where_the_program_has_none()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script of the shell stands for the program.");
        WriteHelper("echo credentials not found in native keychain; exit 1");
        var config = Config("registry.example", "me", Secret).Replace("\"auths\"", "\"credsStore\": \"tests\", \"auths\"", StringComparison.Ordinal);

        Assert.Equal(Basic("me"), Find(config, "registry.example"));
    }

    [Fact]
    public void Should_not_wait_for_a_program_that_does_not_answer()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A script of the shell stands for the program.");
        WriteHelper("exec sleep 600");

        var fault = Assert.Throws<RemoteException>(() => Find("""{"credsStore": "tests"}""", "registry.example"));

        Assert.Equal("docker-credential-tests, asked for credentials for registry.example, did not answer within 0.3 s", fault.Message);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("../tests")]
    public void Should_name_a_program_that_is_not_there(string program)
    {
        WriteHelper("");

        var fault = Assert.Throws<RemoteException>(() => Find($$"""{"credsStore": "{{program}}"}""", "registry.example"));

        Assert.Equal(
            $"{folder["config.json"]} names the program docker-credential-{program} for registry.example, which is not to be found",
            fault.Message);
    }

    [Fact]
    public void Should_name_the_line_where_the_configuration_is_no_json_and_quote_nothing_of_it()
    {
        var fault = Assert.Throws<RemoteException>(() => Find($"{{\n\"auth\": {Secret}}}", "registry.example"));

        Assert.Equal($"{folder["config.json"]}:2, which may hold credentials for registry.example, is no JSON", fault.Message);
        Assert.DoesNotContain(Secret, fault.ToString(), StringComparison.Ordinal);
    }

    private static string Basic(string user) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{Secret}"));

    private static string? Find(RemoteEnvironment environment, string host) => new RegistryCredentials(
        environment, new RemoteOptions { CredentialHelperSeconds = 0.3 }).Find(host)?.Basic.ToString();

    private string? Find(string config, string host)
    {
        File.WriteAllText(folder["config.json"], config);
        return Find(new RemoteEnvironment { DockerConfig = folder["config.json"], SearchPath = folder.Path }, host);
    }

    private void WriteHelper(string script)
    {
        File.WriteAllText(folder["docker-credential-tests"], $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder["docker-credential-tests"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
