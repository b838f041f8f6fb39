using FashionPipeline.Download;

namespace FashionPipeline.Tests.Download;

/// <summary>Servers that are slow, forgetful or misleading: the file arrives all the same.</summary>
public sealed class DownloadRecoveryTests : IDisposable
{
    private static readonly byte[] Content = DownloaderTests.Content;
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(416)]
    [InlineData(206)] // from the file's start, though it was asked for the rest
    public async Task Should_start_anew_where_the_server_does_not_go_on_from_what_is_there(int status)
    {
        using var server = new FaultyServer(
            status == 416 ? FaultyServer.Status(416) : FaultyServer.Part(Content, 0),
            (_, connection) => FaultyServer.Body(Content)("", connection));
        Directory.CreateDirectory(folder["cache/set"]);
        File.WriteAllBytes(folder["cache/set/images.gz.part"], Content[..1000]);

        Assert.Equal(Content, File.ReadAllBytes((await GetAsync(server.Address)).Path));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Should_go_on_for_as_long_as_bytes_come()
    {
        Func<string, Stream, Task> Broken(int start) => FaultyServer.Part(Content, start, sent: 70_000);
        using var server = new FaultyServer(
            FaultyServer.Truncated(Content, 70_000), Broken(70_000), Broken(140_000), Broken(210_000), FaultyServer.Body(Content));

        var file = await FetchAsync(Options() with { Retries = 1 }, server.Address);

        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Should_not_wait_for_a_server_that_trickles()
    {
        using var server = new FaultyServer();
        server.Enqueue(server.Trickling(Content));
        using var other = new FaultyServer(FaultyServer.Body(Content));
        var options = Options() with { Retries = 0, RateSeconds = 0.3 };

        var file = await FetchAsync(options, server.Address, other.Address);

        Assert.Equal(other.Address.AbsoluteUri, file.Source);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("file://")]
    [InlineData("http://")]
    [InlineData("gopher://example.org/")]
    public async Task Should_go_to_the_next_source_where_the_first_redirects_to_what_is_no_web_address(string location)
    {
        using var server = new FaultyServer(FaultyServer.Redirect(location));
        using var other = new FaultyServer(FaultyServer.Body(Content));

        var file = await FetchAsync(Options(), server.Address, other.Address);

        Assert.Equal(other.Address.AbsoluteUri, file.Source);
    }

    [Fact]
    public async Task Should_say_where_a_redirection_leads()
    {
        using var other = new FaultyServer(FaultyServer.Body(Content));
        var elsewhere = new UriBuilder(other.Address) { Host = "localhost" }.Uri;
        using var server = new FaultyServer(FaultyServer.Redirect($"{elsewhere}images.gz"));
        var messages = new Messages();

        await new Downloader(Options())
            .DownloadAsync(DownloaderTests.Set(server.Address), messages, TestContext.Current.CancellationToken);

        Assert.Equal($"redirected to {elsewhere.GetLeftPart(UriPartial.Authority)}", Assert.Single(messages));
    }

    private Task<DownloadedFile> GetAsync(Uri source) => FetchAsync(Options(), source);

    private static async Task<DownloadedFile> FetchAsync(DownloadOptions options, params Uri[] sources) =>
        (await new Downloader(options).DownloadAsync(DownloaderTests.Set(sources), null, TestContext.Current.CancellationToken)).Single();

    private DownloadOptions Options() =>
        new() { Folder = folder["cache/set"], Retries = 2, RetryDelaySeconds = 0.01, TimeoutSeconds = 1 };
}
