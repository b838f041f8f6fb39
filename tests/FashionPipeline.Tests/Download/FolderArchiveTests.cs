using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using FashionPipeline.Download;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Download;

public sealed class FolderArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // The digest was found on one system; the same files have it on every other one.
    [Fact]
    public void Should_pack_the_same_files_to_the_same_bytes_everywhere()
    {
        Write("train/cat/1.png", [1, 2, 3]);
        Write("train/café/2.png", []);
        Write("test/cat/1.png", [.. Enumerable.Range(0, 5000).Select(i => (byte)i)]);

        Assert.Equal("346a5461bca71a3e9d2075f8a9c2c8bf5202ca45b6e3b17daefad2142246d9a1", Convert.ToHexStringLower(SHA256.HashData(Pack())));
    }

    [Fact]
    public void Should_hold_the_files_of_all_folders_in_the_order_of_their_names()
    {
        Write("b/2.png", [2]);
        Write("b/10.png", [10]);
        Write("a/c/1.png", [1]);
        Write("README.md", [9]);
        Write(".git/config", [9]);
        Write("a/.DS_Store", [9]);

        using var zip = new ZipArchive(new MemoryStream(Pack()));

        Assert.Equal(["a/c/1.png", "b/10.png", "b/2.png"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal([1, 1, 1], zip.Entries.Select(entry => entry.Length));
        Assert.Equal(10, zip.Entries[1].Open().ReadByte());
    }

    // When a file was written counts for nothing.
    [Fact]
    public void Should_not_depend_on_times()
    {
        Write("a/1.png", [1]);
        var before = Pack();
        File.SetLastWriteTimeUtc(folder["set/a/1.png"], new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        Assert.Equal(before, Pack());
    }

    [Fact]
    public async Task Should_take_an_archive_from_a_folder_that_holds_its_files_in_its_place()
    {
        Write("train/cat/1.png", [1, 2, 3]);

        var file = await GetAsync();

        Assert.Equal(folder["set"], file.Source);
        Assert.Equal(Pack(), File.ReadAllBytes(file.Path));
    }

    [Fact]
    public async Task Should_refuse_a_folder_whose_files_are_others_than_they_were()
    {
        Write("train/cat/1.png", [1, 2, 3]);
        var archive = Pack();
        Write("train/cat/2.png", [1, 2, 3]);

        var fault = await Assert.ThrowsAsync<InputException>(() => GetAsync(archive));

        Assert.Contains(
            $"{folder["set"]}: what the folder holds, packed, has wrong bytes: found SHA-256 ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Files, file => file.StartsWith("cache/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_say_that_a_folder_without_folders_lacks_the_archive()
    {
        Write("train/cat/1.png", [1, 2, 3]);
        var archive = Pack();
        Directory.Delete(folder["set/train"], recursive: true);

        Assert.Contains(
            "the folder has no file mine.zip",
            (await Assert.ThrowsAsync<InputException>(() => GetAsync(archive))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_write_nothing_of_a_folder_that_holds_far_more()
    {
        Write("train/cat/1.png", [1]);
        var archive = Pack();
        Write("train/cat/2.png", new byte[100_000]);

        var fault = await Assert.ThrowsAsync<InputException>(() => GetAsync(archive));

        Assert.Contains("the folder holds 100001 bytes, more than the ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Files, file => file.StartsWith("cache/", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_follow_no_link_and_wait_for_no_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no pipes in folders.");
        Write("cat/1.png", [1]);
        Directory.CreateSymbolicLink(folder["set/cat/loop"], folder["set"]);
        Process.Start("mkfifo", folder["set/cat/2.png"])!.WaitForExit();

        using var zip = new ZipArchive(new MemoryStream(Pack()));

        Assert.Equal(["cat/1.png", "cat/2.png"], zip.Entries.Select(entry => entry.FullName));
    }

    private async Task<DownloadedFile> GetAsync(byte[]? archive = null)
    {
        archive ??= Pack();
        var set = new FileSet
        {
            Title = "Mine",
            Sources = [folder["set"]],
            Files = [new RemoteFile("mine.zip", archive.Length, Convert.ToHexStringLower(SHA256.HashData(archive)))],
        };
        var files = await new Downloader(new DownloadOptions { Folder = folder["cache"] })
            .DownloadAsync(set, null, TestContext.Current.CancellationToken);
        return files.Single();
    }

    private byte[] Pack()
    {
        using var archive = new MemoryStream();
        FolderArchive.Write(folder["set"], archive);
        return archive.ToArray();
    }

    private void Write(string name, byte[] bytes)
    {
        var path = folder[$"set/{name}"];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
