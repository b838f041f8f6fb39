using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

public sealed class HttpCacheTests
{
    [Fact]
    public void Should_give_back_what_was_put_into_a_cache()
    {
        using var server = Nginx.Start();
        using var remote = server.Open(Nginx.UserInfo);

        RemoteContract.AssertGivesBackWhatWasPut(remote);
        Assert.Equal($"http://{server.Authority}/store", remote.Address);
    }

    [Fact]
    public void Should_lie_on_the_server_as_a_cache_of_bazel_does()
    {
        using var server = Nginx.Start();
        using var remote = server.Open(Nginx.UserInfo);

        var artifact = remote.Put(RemoteSamples.Bytes(100));
        remote.PutRecord(RemoteSamples.Key, RemoteSamples.Record, [artifact]);

        Assert.Equal(RemoteSamples.Bytes(100), File.ReadAllBytes(server.Folder[$"data/store/cas/{artifact.Sha256}"]));
        Assert.Equal(RemoteSamples.Record, File.ReadAllBytes(server.Folder[$"data/store/ac/{RemoteSamples.Key}"]));
    }

    [Fact]
    public void Should_find_nothing_where_nothing_was_put()
    {
        using var server = Nginx.Start();
        using var remote = server.Open(Nginx.UserInfo);

        RemoteContract.AssertHasNothing(remote);
    }

    [Fact]
    public void Should_not_count_an_artifact_of_another_length_as_there()
    {
        using var server = Nginx.Start();
        using var remote = server.Open(Nginx.UserInfo);
        var artifact = remote.Put(RemoteSamples.Bytes(100));

        File.WriteAllBytes(server.Folder[$"data/store/cas/{artifact.Sha256}"], RemoteSamples.Bytes(99));

        Assert.False(remote.HasBlob(artifact));
    }

    [Fact]
    public void Should_take_the_credentials_that_are_kept_for_the_host()
    {
        using var server = Nginx.Start();
        File.WriteAllText(server.Folder["netrc"], $"machine 127.0.0.1\n  login {Nginx.User}\n  password {Nginx.Password}\n");
        using var remote = server.Open(environment: new RemoteEnvironment { Netrc = server.Folder["netrc"] });

        var artifact = remote.Put(RemoteSamples.Bytes(100));

        Assert.Equal(RemoteSamples.Bytes(100), remote.FindBlob(artifact));
    }

    [Fact]
    public void Should_say_that_there_are_no_credentials_or_that_they_are_not_taken()
    {
        using var server = Nginx.Start();
        using var nobody = server.Open();
        using var somebody = server.Open("somebody:a-wrong-password@");
        var asked = $"GET http://{server.Authority}/store/ac/{RemoteSamples.Key}: 401 Unauthorized";

        Assert.Equal(
            asked + "; there are no credentials for 127.0.0.1",
            Assert.Throws<RemoteException>(() => nobody.FindRecord(RemoteSamples.Key)).Message);
        Assert.Equal(asked, Assert.Throws<RemoteException>(() => somebody.FindRecord(RemoteSamples.Key)).Message);
    }

    [Fact]
    public void Should_say_that_a_cache_is_for_reading_only()
    {
        using var server = Nginx.Start(isReadOnly: true);
        using var remote = server.Open();

        var fault = Assert.Throws<RemoteException>(() => remote.PutRecord(RemoteSamples.Key, RemoteSamples.Record, []));

        Assert.Equal($"PUT http://{server.Authority}/store/ac/{RemoteSamples.Key}: 405 Method Not Allowed", fault.Message);
        Assert.Null(remote.FindRecord(RemoteSamples.Key));
    }
}
