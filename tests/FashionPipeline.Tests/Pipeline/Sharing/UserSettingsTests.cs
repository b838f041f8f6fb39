using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Sharing;

namespace FashionPipeline.Tests.Pipeline.Sharing;

public sealed class UserSettingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("remote: file:///srv/results")]
    [InlineData("# where our results are\nremote: \"file:///srv/results\"\n")]
    public void Should_name_the_remote_store(string text) => Assert.Equal("file:///srv/results", $"{Read(text).Remote}");

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n\n")]
    [InlineData("remote:")]
    [InlineData("remote: ''")]
    [InlineData("remote: none")]
    public void Should_name_none_where_nothing_is_said(string text) => Assert.Null(Read(text).Remote);

    [Fact]
    public void Should_name_none_where_there_is_no_file() => Assert.Null(UserSettings.Read(folder["config.yaml"]).Remote);

    [Theory]
    [InlineData("remte: file:///srv", ":1:1: unknown key 'remte'; did you mean 'remote'? Known: remote")]
    [InlineData("remote: 5", ":1:9: remote: expected a text, found 5")]
    [InlineData("remote: ftp://x", ":1:9: remote: The remote store 'ftp://x' is ")]
    [InlineData("- remote", ":1:1: the file: expected keys and values (remote), found a list")]
    [InlineData("remote: [", "broken YAML")]
    public void Should_say_what_is_wrong_and_where(string text, string expected)
    {
        var fault = Assert.Throws<InputException>(() => Read(text));

        Assert.StartsWith("The file with your settings has ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(folder["config.yaml"], fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    private UserSettings Read(string text)
    {
        File.WriteAllText(folder["config.yaml"], text);
        return UserSettings.Read(folder["config.yaml"]);
    }
}
