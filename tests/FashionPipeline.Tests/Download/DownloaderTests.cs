using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using FashionPipeline.Download;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Download;

public sealed class DownloaderTests : IDisposable
{
    internal static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)((i * 31) ^ (i >> 7)))];
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
    public async Task Should_take_a_file_from_a_source_that_is_a_folder()
    {
        Directory.CreateDirectory(folder["my data"]);
        File.WriteAllBytes(folder["my data/images.gz"], Content);
        var set = Set() with { Sources = [folder["missing"], folder["my data"]] };

        var file = await new Downloader(Options()).DownloadAsync(set, null, TestContext.Current.CancellationToken);

        Assert.Equal(folder["my data"], file.Single().Source);
        Assert.Equal(Content, File.ReadAllBytes(file.Single().Path));
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
        using var server = new FaultyServer(
            FaultyServer.Truncated(Content, 100_000), (_, connection) => FaultyServer.Body(Content)("", connection));

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

        var set = Set(wrong.Address, right.Address);
        var file = await new Downloader(Options()).DownloadAsync(set, null, TestContext.Current.CancellationToken);

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
    public async Task Should_name_a_web_page_instead_of_a_file() =>
        await RefusesAsync(FaultyServer.Html, "an HTML page instead of the file");

    [Fact]
    public async Task Should_name_wrong_bytes_with_both_digests() =>
        await RefusesAsync(FaultyServer.Body([.. Content.Reverse()]), Convert.ToHexStringLower(SHA256.HashData(Content)));

    [Fact]
    public async Task Should_name_a_body_that_ends_too_early() =>
        await RefusesAsync(FaultyServer.Truncated(Content, 0), "0 of 300000 bytes");

    [Fact]
    public async Task Should_name_a_file_of_another_length() =>
        await RefusesAsync(FaultyServer.Body([.. Content, 1]), "the server offers 300001 bytes, expected 300000");

    [Fact]
    public async Task Should_name_a_body_that_is_longer_than_it_may_be() =>
        await RefusesAsync(FaultyServer.WithoutLength([.. Content, 1]), "longer than the 300000 bytes");

    [Fact]
    public async Task Should_know_a_web_page_that_claims_to_be_a_file() =>
        await RefusesAsync(FaultyServer.Body("\n<!DOCTYPE html><html>Log in</html>"u8.ToArray()), "an HTML page instead of the file");

    [Fact]
    public async Task Should_name_a_connection_that_was_reset() =>
        await RefusesAsync(FaultyServer.Reset(Content, 70_000), "the connection broke after");

    [Fact]
    public async Task Should_name_a_host_that_cannot_be_found() =>
        await RefusesAsync(new Uri("http://no-such-host.invalid/"), null, "is this machine offline?");

    [Fact]
    public async Task Should_name_a_mirror_of_a_kind_that_it_does_not_know()
    {
        using var server = new FaultyServer(FaultyServer.Status(404));
        await RefusesAsync(server.Address, "ftp://example.org/", "'ftp:' is neither a folder nor an http or https address");
    }

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
    public async Task Should_name_a_truncated_file_in_the_mirror_and_keep_what_was_fetched_before()
    {
        using var server = new FaultyServer(FaultyServer.Status(404));
        Directory.CreateDirectory(folder["mirror"]);
        Directory.CreateDirectory(folder["cache/set"]);
        File.WriteAllBytes(folder["mirror/images.gz"], Content[..1000]);
        File.WriteAllBytes(folder["cache/set/images.gz.part"], Content[..2000]);

        await RefusesAsync(server.Address, folder["mirror"], "(1000 bytes), expected");

        Assert.Equal(Content[..2000], File.ReadAllBytes(folder["cache/set/images.gz.part"]));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Should_not_take_over_that_the_mirror_is_read_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are Unix's.");
        Directory.CreateDirectory(folder["mirror"]);
        File.WriteAllBytes(folder["mirror/images.gz"], Content);
        File.SetUnixFileMode(folder["mirror/images.gz"], UnixFileMode.UserRead);

        var file = await GetAsync(new Uri("http://127.0.0.1:9/"), new Uri(folder["mirror"]).AbsoluteUri);

        Assert.True(File.GetUnixFileMode(file.Path).HasFlag(UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Should_start_anew_when_what_was_there_is_the_beginning_of_another_file()
    {
        using var server = new FaultyServer(FaultyServer.Body(Content));
        Directory.CreateDirectory(folder["cache/set"]);
        File.WriteAllBytes(folder["cache/set/images.gz.part"], new byte[1000]);

        Assert.Equal(Content, File.ReadAllBytes((await GetAsync(server.Address)).Path));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Should_ask_for_nothing_when_all_bytes_are_there_already()
    {
        using var server = new FaultyServer(FaultyServer.Body(Content));
        Directory.CreateDirectory(folder["cache/set"]);
        File.WriteAllBytes(folder["cache/set/images.gz.part"], Content);

        await GetAsync(server.Address);

        Assert.Empty(server.Requests);
        Assert.Equal(["cache/set/images.gz"], folder.Files);
    }

    [Fact]
    public async Task Should_not_ask_again_for_what_is_not_there()
    {
        using var server = new FaultyServer(FaultyServer.Status(404));
        await Assert.ThrowsAsync<InputException>(() => GetAsync(server.Address));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Should_say_that_it_tries_again_and_why()
    {
        using var server = new FaultyServer(FaultyServer.Status(503, "Busy"), FaultyServer.Body(Content));
        var messages = new Messages();

        await new Downloader(Options()).DownloadAsync(Set(server.Address), messages, TestContext.Current.CancellationToken);

        Assert.StartsWith("the server answered 503 Busy; retry 1 of 2 in ", Assert.Single(messages));
    }

    [Fact]
    public async Task Should_say_that_there_is_no_space()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full, a file that is always full.");
        using var server = new FaultyServer(FaultyServer.WithoutLength(Content));
        Directory.CreateDirectory(folder["cache/set"]);
        File.CreateSymbolicLink(folder["cache/set/images.gz.part"], "/dev/full");

        var fault = await Assert.ThrowsAsync<InputException>(() => GetAsync(server.Address));

        Assert.Contains("No space left on device", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Make room", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Should_say_that_the_folder_is_read_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "No mode keeps this user from writing.");
        using var server = new FaultyServer(FaultyServer.Body(Content));
        Directory.CreateDirectory(folder["cache/set"], UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var fault = await Assert.ThrowsAsync<InputException>(() => GetAsync(server.Address));

        Assert.Contains(folder["cache/set"], fault.Message, StringComparison.Ordinal);
        Assert.Equal(Remedy.NameStore, fault.Remedy);
    }

    [Fact]
    public async Task Should_say_where_it_cannot_write()
    {
        using var server = new FaultyServer(FaultyServer.Body(Content));
        File.WriteAllText(folder["cache"], "a file where the folder should be");

        var fault = await Assert.ThrowsAsync<InputException>(() => GetAsync(server.Address));

        Assert.Contains(folder["cache"], fault.Message, StringComparison.Ordinal);
        Assert.Equal(Remedy.NameStore, fault.Remedy);
    }

    private async Task RefusesAsync(Func<string, Stream, Task> answer, string word)
    {
        using var server = new FaultyServer(answer);
        await RefusesAsync(server.Address, null, word);
    }

    private async Task RefusesAsync(Uri address, string? mirror, string word)
    {
        var fault = await Assert.ThrowsAsync<InputException>(() => GetAsync(address, mirror));

        Assert.All([word, address.AbsoluteUri], part => Assert.Contains(part, fault.Message, StringComparison.Ordinal));
        Assert.Equal(Remedy.GetDataElsewhere, fault.Remedy);
        Assert.DoesNotContain("cache/set/images.gz", folder.Files);
    }

    private async Task<DownloadedFile> GetAsync(Uri source, string? mirror = null) =>
        (await new Downloader(Options() with { Mirror = mirror })
            .DownloadAsync(Set(source), null, TestContext.Current.CancellationToken)).Single();

    private DownloadOptions Options() => new() { Folder = folder["cache/set"], Retries = 2, RetryDelaySeconds = 0.01, TimeoutSeconds = 1 };

    internal static FileSet Set(params Uri[] sources) => new()
    {
        Title = "A set",
        Sources = [.. sources.Select(source => source.AbsoluteUri)],
        Files = [new RemoteFile("images.gz", Content.Length, Convert.ToHexStringLower(SHA256.HashData(Content)))],
    };
}
