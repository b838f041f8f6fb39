using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

public sealed class RemoteAddressTests
{
    private const string Expected = ".\nExpected oci://host/repository, https://host/path or file:///path.";

    [Theory]
    [InlineData("oci://ghcr.io/owner/store", "oci://ghcr.io/owner/store")]
    [InlineData("OCI://GHCR.io/owner/store/", "oci://ghcr.io/owner/store")]
    [InlineData("oci://ghcr.io:8443/owner/a_store.v2?mount=owner/other", "oci://ghcr.io:8443/owner/a_store.v2")]
    [InlineData("oci://docker.io/owner/store", "oci://docker.io/owner/store")]
    [InlineData("https://cache.example/a/b/", "https://cache.example/a/b")]
    [InlineData("https://cache.example", "https://cache.example")]
    [InlineData("https://me:secret@cache.example:8443/a", "https://cache.example:8443/a")]
    [InlineData("http://localhost:8080/a", "http://localhost:8080/a")]
    [InlineData("file:///srv/our results", "file:///srv/our%20results")]
    [InlineData("http://me:secret@[::1]:8080/a", "http://[::1]:8080/a")]
    public void Should_show_an_address_without_credentials(string text, string shown)
    {
        var address = RemoteAddress.Parse(text);
        using var remote = address.Open(new RemoteOptions(), new RemoteEnvironment());

        Assert.Equal(shown, address.ToString());
        Assert.Equal(shown, remote.Address);
    }

    [Theory]
    [InlineData("", "'' is of no kind that is known")]
    [InlineData("ghcr.io/owner/store", "'ghcr.io/owner/store' is of no kind that is known")]
    [InlineData("s3://bucket/store", "'s3://bucket/store' is of no kind that is known")]
    [InlineData("https:", "'https:' is of no kind that is known")]
    [InlineData("https://", "'https://' is no address")]
    [InlineData("file://server/results", "'file://server/results' names no folder")]
    [InlineData("https://cache.example:port/", "'https://cache.example:port/' is no address")]
    [InlineData("oci://", "'oci://' is no address")]
    [InlineData(
        "oci://ghcr.io", "'oci://ghcr.io' names no repository: expected lower-case letters, digits, and . _ - / between them")]
    [InlineData(
        "oci://ghcr.io/Owner/store",
        "'oci://ghcr.io/Owner/store' names no repository: expected lower-case letters, digits, and . _ - / between them")]
    [InlineData(
        "oci://ghcr.io/a?mount=B", "'oci://ghcr.io/a' names no repository: expected lower-case letters, digits, and . _ - / between them")]
    [InlineData(
        "oci://ghcr.io/a?tag=b",
        "'oci://ghcr.io/a' ends in a query; the only one that is known is ?mount=<another repository of the host>")]
    [InlineData("https://cache.example/a?b=c", "'https://cache.example/a' ends in a query, behind which no path can stand")]
    [InlineData(
        "http://cache.example/a",
        "'http://cache.example/a' is not encrypted: on the way to another machine anyone could read credentials and change results")]
    public void Should_say_what_is_wrong_with_an_address(string text, string message)
    {
        var fault = Assert.Throws<InputException>(() => RemoteAddress.Parse(text));

        Assert.Equal($"The remote store {message}{Expected}", fault.Message);
    }

    [Theory]
    [InlineData("oci://me:secret@ghcr.io/owner/store")]
    [InlineData("oci:me:secret@ghcr.io/owner/store")]
    [InlineData("http://me:secret@cache.example/a")]
    [InlineData("https://me:sec/ret@cache.example/a")]
    [InlineData("https://me:secret?@cache.example/a")]
    [InlineData("https://me:sec\nret@cache.example:x/a")]
    [InlineData("https://cache.example/a?token=secret")]
    [InlineData("https://cache.example/a#secret")]
    [InlineData("ftp://me:secret@cache.example/a")]
    [InlineData("me:secret@cache.example/a")]
    public void Should_not_repeat_what_may_be_credentials(string text)
    {
        var fault = Assert.Throws<InputException>(() => RemoteAddress.Parse(text));

        Assert.DoesNotContain("sec", fault.ToString().Split("   at ")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("ret@", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_read_the_variables_of_a_process()
    {
        var variables = new Dictionary<string, string?>
        {
            ["GITHUB_TOKEN"] = "secret\n", ["GITHUB_ACTOR"] = "me", ["DOCKER_CONFIG"] = "/config", ["PATH"] = "/bin", ["NETRC"] = " ",
        };

        var environment = RemoteEnvironment.From(variables.GetValueOrDefault, Path.Combine("home", "me"));

        Assert.Equal(
            ("secret", "me", Path.Combine("/config", "config.json"), Path.Combine("home", "me", ".netrc"), "/bin"),
            (environment.GitHubToken, environment.GitHubActor, environment.DockerConfig, environment.Netrc, environment.SearchPath));
        Assert.Equal(
            Path.Combine("home", "me", ".docker", "config.json"),
            RemoteEnvironment.From(_ => null, Path.Combine("home", "me")).DockerConfig);
        Assert.DoesNotContain("secret", environment.ToString(), StringComparison.Ordinal);
    }
}
