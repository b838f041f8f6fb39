using System.Text;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

public sealed class NetrcTests
{
    [Theory]
    [InlineData("machine cache.example login me password secret")]
    [InlineData("machine other.example login you password wrong\nmachine CACHE.example\n\tlogin me\n\tpassword secret\n")]
    [InlineData("machine cache.example password secret account none login me machine other.example login you password wrong")]
    [InlineData("# machine cache.example login you password wrong\ndefault login me password secret")]
    [InlineData("macdef init\nmachine cache.example login you password wrong\n\nmachine cache.example login me password secret")]
    [InlineData("machine cache.example login me password secret\ndefault login you password wrong")]
    public void Should_find_the_credentials_of_a_host(string file)
    {
        Assert.Equal("me:secret", Find(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("machine cache.example")]
    [InlineData("machine cache.example login me")]
    [InlineData("machine cache.example.org login me password secret")]
    [InlineData("machine cache.example login me machine other.example password secret")]
    public void Should_find_none_where_there_are_none(string file) => Assert.Null(Find(file));

    [Fact]
    public void Should_find_none_where_there_is_no_file()
    {
        Assert.Null(Netrc.Find(null, "cache.example"));
        Assert.Null(Netrc.Find(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), "cache.example"));
    }

    private static string? Find(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["netrc"], text);
        return Netrc.Find(folder["netrc"], "cache.example")?.Basic.Parameter is { } found
            ? Encoding.UTF8.GetString(Convert.FromBase64String(found)) : null;
    }
}
