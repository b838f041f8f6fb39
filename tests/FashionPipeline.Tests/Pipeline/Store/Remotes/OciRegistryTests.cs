using System.Text.Json;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

public sealed class OciRegistryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_give_back_what_was_put_into_a_registry(bool relative)
    {
        using var registry = DockerRegistry.Start(relative);
        using var remote = registry.Open();

        RemoteContract.AssertGivesBackWhatWasPut(remote);
        Assert.Equal($"oci://{registry.Authority}/tests/store", remote.Address);
    }

    [Fact]
    public void Should_find_nothing_where_nothing_was_put()
    {
        using var registry = DockerRegistry.Start();
        using var remote = registry.Open();

        RemoteContract.AssertHasNothing(remote);
    }

    [Fact]
    public void Should_replace_a_record_by_another_one_of_its_key()
    {
        using var registry = DockerRegistry.Start();
        using var remote = registry.Open();
        var artifact = remote.Put(RemoteSamples.Bytes(10));
        remote.PutRecord(RemoteSamples.Key, "another one"u8.ToArray(), [artifact]);

        remote.PutRecord(RemoteSamples.Key, RemoteSamples.Record, [artifact]);

        Assert.Equal(RemoteSamples.Record, remote.FindRecord(RemoteSamples.Key));
    }

    [Theory]
    [InlineData(64_000)]
    [InlineData(64_001)]
    [InlineData(100)]
    public void Should_send_a_long_artifact_in_chunks(int bytes)
    {
        using var registry = DockerRegistry.Start();
        using var proxy = new FaultyProxy(registry.Authority, seed: 1);
        using var remote = registry.Open(
            options: new RemoteOptions { LongestUploadBytes = 99, ChunkBytes = 16_000 }, authority: proxy.Authority);

        var artifact = remote.Put(RemoteSamples.Bytes(bytes));

        Assert.Equal(RemoteSamples.Bytes(bytes), remote.FindBlob(artifact));
        Assert.Equal((bytes + 15_999) / 16_000, proxy.Requests.Count(head => head.StartsWith("PATCH ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Should_send_an_artifact_the_other_way_where_the_registry_refuses_one(bool isLong)
    {
        using var registry = DockerRegistry.Start();
        using var proxy = new FaultyProxy(registry.Authority, seed: 1)
        {
            // In chunks the last request has no body.
            Refuses = head => isLong ? head.StartsWith("PATCH ", StringComparison.Ordinal)
                : head.StartsWith("PUT ", StringComparison.Ordinal) && !head.Contains("Content-Length: 0", StringComparison.Ordinal),
        };
        using var remote = registry.Open(
            options: new RemoteOptions { LongestUploadBytes = isLong ? 10 : 10_000 }, authority: proxy.Authority);

        var artifact = remote.Put(RemoteSamples.Bytes(1000));

        Assert.Equal(RemoteSamples.Bytes(1000), remote.FindBlob(artifact));
    }

    [Fact]
    public void Should_take_an_artifact_from_another_repository_of_the_registry_where_it_is_there()
    {
        using var registry = DockerRegistry.Start();
        using var proxy = new FaultyProxy(registry.Authority, seed: 1);
        using var other = registry.Open(repository: "tests/other");
        using var remote = registry.Open(authority: proxy.Authority, repository: "tests/store?mount=tests/other");
        var there = other.Put(RemoteSamples.Bytes(1000));

        remote.Put(RemoteSamples.Bytes(1000));
        var sent = proxy.Requests.Count(head => head.StartsWith("PUT ", StringComparison.Ordinal));
        var elsewhere = remote.Put(RemoteSamples.Bytes(1000, seed: 2));

        Assert.Equal(0, sent);
        Assert.True(remote.HasBlob(there));
        Assert.Equal(RemoteSamples.Bytes(1000, seed: 2), remote.FindBlob(elsewhere));
    }

    [Fact]
    public void Should_keep_a_record_as_a_manifest_that_names_its_artifacts()
    {
        using var registry = DockerRegistry.Start();
        using var remote = registry.Open();
        var artifact = remote.Put(RemoteSamples.Bytes(10));
        remote.PutRecord(RemoteSamples.Key, RemoteSamples.Record, [artifact]);

        using var manifest = JsonDocument.Parse(registry.Get($"v2/tests/store/manifests/{RemoteSamples.Key}", OciManifest.Type));

        var root = manifest.RootElement;
        Assert.Equal("application/vnd.fashion-pipeline.record.v1+json", root.GetProperty("artifactType").GetString());
        var layer = Assert.Single(root.GetProperty("layers").EnumerateArray());
        Assert.Equal("sha256:" + artifact.Sha256, layer.GetProperty("digest").GetString());
        Assert.Equal(
            "sha256:" + Artifact.Of(RemoteSamples.Record).Sha256, root.GetProperty("config").GetProperty("digest").GetString());
    }

    [Fact]
    public void Should_keep_a_long_record_beside_its_manifest()
    {
        using var registry = DockerRegistry.Start();
        using var remote = registry.Open();
        var record = RemoteSamples.Bytes(1_100_000);

        remote.PutRecord(RemoteSamples.Key, record, [remote.Put(RemoteSamples.Bytes(10))]);

        Assert.Equal(record, remote.FindRecord(RemoteSamples.Key));
        Assert.True(registry.Get($"v2/tests/store/manifests/{RemoteSamples.Key}", OciManifest.Type).Length < 10_000);
    }

    [Fact]
    public void Should_refuse_a_record_whose_artifacts_are_not_there()
    {
        using var registry = DockerRegistry.Start();
        using var remote = registry.Open();

        var fault = Assert.Throws<RemoteException>(
            () => remote.PutRecord(RemoteSamples.Key, RemoteSamples.Record, [Artifact.Of("missing"u8)]));

        Assert.Equal(
            $"PUT http://{registry.Authority}/v2/tests/store/manifests/{RemoteSamples.Key}: 400 Bad Request (MANIFEST_BLOB_UNKNOWN)",
            fault.Message);
    }

    [Fact]
    public void Should_say_that_a_registry_refuses_to_keep_an_artifact_under_another_digest()
    {
        using var registry = DockerRegistry.Start();
        using var remote = registry.Open();

        var fault = Assert.Throws<RemoteException>(() => remote.PutBlob(Artifact.Of("this"u8), "that"u8.ToArray()));

        Assert.Equal($"PUT http://{registry.Authority}/v2/tests/store/blobs/uploads/: 400 Bad Request (DIGEST_INVALID)", fault.Message);
    }

    [Fact]
    public void Should_serve_several_threads_at_once()
    {
        using var registry = DockerRegistry.Start();
        using var remote = registry.Open();

        Parallel.For(0, 20, new ParallelOptions { MaxDegreeOfParallelism = 4 }, seed =>
        {
            var artifact = remote.Put(RemoteSamples.Bytes(5000, seed));
            Assert.Equal(RemoteSamples.Bytes(5000, seed), remote.FindBlob(artifact));
        });
    }
}
