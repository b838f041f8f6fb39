using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

public sealed class SharedFolderTests : IDisposable
{
    private static readonly byte[] Bytes = [1, 2, 3];
    private static readonly Artifact Artifact = Artifact.Of(Bytes);
    private static readonly string Key = new('a', 64);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_give_back_what_it_keeps()
    {
        var remote = new SharedFolder(folder.Path);

        remote.PutBlob(Artifact, Bytes);
        remote.PutRecord(Key, [4], [Artifact]);

        Assert.True(remote.HasBlob(Artifact));
        Assert.Equal(Bytes, remote.FindBlob(Artifact));
        Assert.Equal([4], remote.FindRecord(Key));
        Assert.Equal([$"blobs/{Artifact.Sha256[..2]}/{Artifact.Sha256}", $"records/aa/{Key}.json"], folder.Files);
    }

    [Fact]
    public void Should_have_nothing_that_nobody_kept()
    {
        var remote = new SharedFolder(folder.Path);

        Assert.False(remote.HasBlob(Artifact));
        Assert.Null(remote.FindBlob(Artifact));
        Assert.Null(remote.FindRecord(Key));
    }

    [Fact]
    public void Should_read_no_more_of_a_file_than_the_artifact_has_and_one()
    {
        var remote = new SharedFolder(folder.Path);
        remote.PutBlob(Artifact, new byte[1_000_000]);

        Assert.False(remote.HasBlob(Artifact));
        Assert.Equal(Bytes.Length + 1, remote.FindBlob(Artifact)!.Length);
    }

    // What is announced is not what is there: no memory is taken for it.
    [Fact]
    public void Should_take_the_memory_of_what_is_there_and_not_of_what_is_announced()
    {
        var remote = new SharedFolder(folder.Path);
        remote.PutBlob(Artifact, Bytes);

        Assert.Equal(Bytes, remote.FindBlob(Artifact with { Bytes = 1L << 40 }));
    }

    // Where a share is not mounted, its place is an empty folder or none.
    [Fact]
    public void Should_say_that_the_folder_is_not_there_and_not_make_it()
    {
        var remote = new SharedFolder(folder["elsewhere"]);
        Action[] requests =
        [
            () => remote.FindRecord(Key), () => remote.FindBlob(Artifact), () => remote.HasBlob(Artifact),
            () => remote.PutBlob(Artifact, Bytes), () => remote.PutRecord(Key, [4], []),
        ];

        Assert.All(requests, request => Assert.Equal(
            $"{remote.Address} is not there: there is no folder {folder["elsewhere"]}", Assert.Throws<RemoteException>(request).Message));
        Assert.False(Directory.Exists(folder["elsewhere"]));
    }

    [Fact]
    public void Should_say_that_nothing_can_be_written_where_that_is_so()
    {
        File.WriteAllText(folder["blobs"], "in the way");
        var remote = new SharedFolder(folder.Path);

        var fault = Assert.Throws<RemoteException>(() => remote.PutBlob(Artifact, Bytes));

        Assert.StartsWith($"{remote.Address} cannot be written to: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_have_whole_files_while_many_write_them()
    {
        var remote = new SharedFolder(folder.Path);
        byte[] record = [.. Enumerable.Repeat((byte)7, 100_000)];

        Parallel.For(0, 50, number =>
        {
            remote.PutRecord(Key, record, []);
            Assert.Equal(record, remote.FindRecord(Key));
        });

        Assert.Single(folder.Files);
    }
}
