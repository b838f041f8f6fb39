using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using FashionPipeline.Data;
using FashionPipeline.Data.Download;

namespace FashionPipeline.Tests.Data.Download;

public sealed class DownloaderTests : IDisposable
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)((i * 31) ^ (i >> 7)))];
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Should_take_a_file_from_the_first_source_and_keep_it()
    {
        using var server = new FaultyServer(FaultyServer.Body(Content));

        var first = await GetAsync(server.Address);
        var second = await GetAsync(server.Address);

        Assert.Equal(Content, File.ReadAllBytes(first.Path));
        Assert.Equal("cache", second.Source);
        Assert.Single(server.Requests);
        Assert.Equal(["cache/set/images.gz"], folder.Files);
    }

    [Fact]
    public async Task Should_take_a_file_from_a_folder_first()
    {
        using var server = new FaultyServer(FaultyServer.Body(Content));
        Directory.CreateDirectory(folder["mirror"]);
        File.WriteAllBytes(folder["mirror/images.gz"], Content);

        Assert.Equal(folder["mirror"], (await GetAsync(server.Address, folder["mirror"])).Source);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Should_ask_a_mirror_that_is_a_URL_first()
    {
        using var mirror = new FaultyServer(FaultyServer.Body(Content));
        using var server = new FaultyServer(FaultyServer.Body(Content));

        await GetAsync(server.Address, mirror.Address.AbsoluteUri.TrimEnd('/'));

        Assert.Contains("GET /data/images.gz ", Assert.Single(mirror.Requests), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Should_go_on_where_a_broken_download_ended()
    {
        using var server = new FaultyServer(FaultyServer.Truncated(Content, 100_000), FaultyServer.Body(Content));

        var file = await GetAsync(server.Address);

        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.Contains("Range: bytes=100000-", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_go_on_after_a_stall()
    {
        using var server = new FaultyServer();
        server.Enqueue(server.Stalled(Content, 50_000));
        server.Enqueue(FaultyServer.Body(Content));

        Assert.Equal(Content, File.ReadAllBytes((await GetAsync(server.Address)).Path));
    }

    [Fact]
    public async Task Should_start_anew_where_the_server_ignores_ranges()
    {
        using var server = new FaultyServer(FaultyServer.Truncated(Content, 100_000), (_, connection) => FaultyServer.Body(Content)("", connection));

        Assert.Equal(Content, File.ReadAllBytes((await GetAsync(server.Address)).Path));
    }

    [Fact]
    public async Task Should_try_again_after_a_server_error()
    {
        using var server = new FaultyServer(FaultyServer.Status(500), FaultyServer.Status(503), FaultyServer.Body(Content));

        Assert.Equal(Content, File.ReadAllBytes((await GetAsync(server.Address)).Path));
    }

    [Fact]
    public async Task Should_go_to_the_next_source_and_never_keep_wrong_bytes()
    {
        using var wrong = new FaultyServer(FaultyServer.Body([.. Content.Reverse()]));
        using var right = new FaultyServer(FaultyServer.Body(Content));

        var file = await new Downloader(Options()).DownloadAsync(Set(wrong.Address, right.Address), null, TestContext.Current.CancellationToken);

        Assert.Equal(right.Address.AbsoluteUri, file[0].Source);
        Assert.Equal(["cache/set/images.gz"], folder.Files);
    }

    [Fact]
    public async Task Should_fetch_a_damaged_file_again_and_keep_the_damaged_one_aside()
    {
        using var server = new FaultyServer(FaultyServer.Body(Content));
        var file = await GetAsync(server.Address);
        File.WriteAllBytes(file.Path, [1, 2, 3]);

        await GetAsync(server.Address);

        Assert.Equal(Content, File.ReadAllBytes(file.Path));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(file.Path + ".damaged"));
    }

    [Fact]
    public async Task Should_name_a_missing_file() => await RefusesAsync(FaultyServer.Status(404, "Not Found"), "404 Not Found");

    [Fact]
    public async Task Should_name_a_server_error() => await RefusesAsync(FaultyServer.Status(500, "Broken"), "500 Broken");

    [Fact]
    public async Task Should_name_a_web_page_instead_of_a_file() => await RefusesAsync(FaultyServer.Html, "an HTML page instead of the file");

    [Fact]
    public async Task Should_name_wrong_bytes_with_both_digests() =>
        await RefusesAsync(FaultyServer.Body([.. Content.Reverse()]), Convert.ToHexStringLower(SHA256.HashData(Content)));

    [Fact]
    public async Task Should_name_a_body_that_ends_too_early() => await RefusesAsync(FaultyServer.Truncated(Content, 0), "0 of 300000 bytes");

    [Fact]
    public async Task Should_name_a_body_that_is_too_long() => await RefusesAsync(FaultyServer.Body([.. Content, 1]), "longer than the 300000 bytes");

    [Fact]
    public async Task Should_name_a_stall()
    {
        using var server = new FaultyServer();
        server.Enqueue(server.Stalled(Content, 10));

        await RefusesAsync(server.Address, null, "stalled");
    }

    [Fact]
    public async Task Should_name_a_refused_connection()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = new Uri($"http://127.0.0.1:{((IPEndPoint)closed.LocalEndpoint).Port}/");
        closed.Stop();

        await RefusesAsync(address, null, "refused");
    }

    [Fact]
    public async Task Should_name_a_mirror_folder_that_is_not_there_or_lacks_the_file()
    {
        using var server = new FaultyServer(FaultyServer.Status(404));

        await RefusesAsync(server.Address, folder["nowhere"], "there is no such folder");
        Directory.CreateDirectory(folder["empty"]);
        await RefusesAsync(server.Address, folder["empty"], "has no file images.gz");
    }

    [Fact]
    public async Task Should_say_where_it_cannot_write()
    {
        using var server = new FaultyServer(FaultyServer.Body(Content));
        File.WriteAllText(folder["cache"], "a file where the folder should be");

        var fault = await Assert.ThrowsAsync<InputException>(() => GetAsync(server.Address));

        Assert.Contains(folder["cache"], fault.Message, StringComparison.Ordinal);
        Assert.Contains("FASHION_PIPELINE_CACHE", fault.Message, StringComparison.Ordinal);
    }

    private async Task RefusesAsync(Func<string, Stream, Task> answer, string word)
    {
        using var server = new FaultyServer(answer);
        await RefusesAsync(server.Address, null, word);
    }

    private async Task RefusesAsync(Uri address, string? mirror, string word)
    {
        var fault = await Assert.ThrowsAsync<InputException>(() => GetAsync(address, mirror));

        Assert.All([word, address.AbsoluteUri, "--mirror", "--experiment quickstart"], part => Assert.Contains(part, fault.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("cache/set/images.gz", folder.Files);
    }

    private async Task<DownloadedFile> GetAsync(Uri source, string? mirror = null) =>
        (await new Downloader(Options() with { Mirror = mirror }).DownloadAsync(Set(source), null, TestContext.Current.CancellationToken)).Single();

    private DownloadOptions Options() => new() { CacheFolder = folder["cache"], Retries = 2, RetryDelaySeconds = 0.01, TimeoutSeconds = 1 };

    private static DataSet Set(params Uri[] sources) => new()
    {
        Name = "set",
        Title = "A set",
        Licence = "none",
        Height = 28,
        Width = 28,
        LabelNames = ["only"],
        Sources = sources,
        Files = [new DataFile { Role = DataFileRole.TrainImages, Name = "images.gz", Bytes = Content.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(Content)) }],
    };
}
