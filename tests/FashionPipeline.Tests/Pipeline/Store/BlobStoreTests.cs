using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Store;

public sealed class BlobStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StoreLayout layout;
    private readonly BlobStore blobs;

    public BlobStoreTests()
    {
        layout = new StoreLayout(folder.Path);
        blobs = new BlobStore(layout);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_give_back_what_it_keeps() => Assert.Equal([1, 2, 3], blobs.Read(blobs.Publish([1, 2, 3])));

    [Fact]
    public void Should_replace_a_damaged_blob_by_what_is_published_under_its_name()
    {
        var artifact = blobs.Publish([1, 2, 3]);
        File.WriteAllBytes(layout.Blob(artifact.Sha256), [1, 2, 4]);

        blobs.Publish([1, 2, 3]);

        Assert.Equal([1, 2, 3], blobs.Read(artifact));
    }

    [Fact]
    public void Should_read_what_was_touched_and_nothing_else_to_tell_what_is_current()
    {
        var artifact = blobs.Publish([1, 2, 3]);
        var time = File.GetLastWriteTimeUtc(layout.Blob(artifact.Sha256));

        File.WriteAllBytes(layout.Blob(artifact.Sha256), [1, 2, 4]);
        Assert.False(blobs.IsCurrent(artifact));

        File.SetLastWriteTimeUtc(layout.Blob(artifact.Sha256), time); // unseen until it is read
        Assert.True(blobs.IsCurrent(artifact));
        Assert.False(blobs.IsIntact(artifact));
    }

    [Fact]
    public void Should_serve_no_bytes_but_those_that_the_digest_names()
    {
        var artifact = blobs.Publish([1, 2, 3]);
        File.WriteAllBytes(layout.Blob(artifact.Sha256), [1, 2, 4]);

        Assert.Contains("damaged", Assert.Throws<DamagedArtifactException>(() => blobs.Read(artifact)).Message, StringComparison.Ordinal);
        Assert.Null(blobs.Find(artifact.Sha256));
        Assert.Contains("missing", Assert.Throws<DamagedArtifactException>(() => blobs.Read(Artifact.Of([5]))).Message,
            StringComparison.Ordinal);
    }
}
