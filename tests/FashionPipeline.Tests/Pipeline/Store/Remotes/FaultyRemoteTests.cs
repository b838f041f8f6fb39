using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>Between client and server goes wrong what can: what comes back is right, or is known to be wrong, or is a line.</summary>
public sealed class FaultyRemoteTests
{
    private const int Faults = 1000;
    private const int Artifacts = 20;

    // Quicker still than the other tests: every stall takes that long.
    private static readonly RemoteOptions Options = RemoteSamples.Impatient with { AttemptSeconds = 0.1, TotalSeconds = 2 };

    [Fact]
    public void Should_answer_with_bytes_nothing_or_a_line_whatever_a_registry_does()
    {
        using var registry = DockerRegistry.StartWithPassword();
        using var file = new TemporaryFolder();
        File.WriteAllText(file["config.json"], RegistryCredentialsTests.Config(registry.Authority, DockerRegistry.User, DockerRegistry.Password));
        var environment = new RemoteEnvironment { DockerConfig = file["config.json"] };
        using var source = registry.Open(environment);
        using var proxy = new FaultyProxy(registry.Authority, seed: 18);
        using var remote = registry.Open(environment, Options, proxy.Authority);
        File.WriteAllText(file["config.json"], RegistryCredentialsTests.Config(
            [registry.Authority, proxy.Authority], DockerRegistry.User, DockerRegistry.Password));

        Bear(source, remote, proxy, DockerRegistry.Password, DockerRegistry.User);
    }

    [Fact]
    public void Should_answer_with_bytes_nothing_or_a_line_whatever_a_cache_does()
    {
        using var server = Nginx.Start();
        using var source = server.Open(Nginx.UserInfo);
        using var proxy = new FaultyProxy(server.Authority, seed: 18);
        using var remote = server.Open(Nginx.UserInfo, authority: proxy.Authority, options: Options);

        Bear(source, remote, proxy, Nginx.Password, Nginx.User);
    }

    private static void Bear(IRemote source, IRemote remote, FaultyProxy proxy, string secret, string user)
    {
        var artifacts = Enumerable.Range(0, Artifacts).Select(seed => source.Put(RemoteSamples.Bytes(2000, seed))).ToArray();
        source.PutRecord(RemoteSamples.Key, RemoteSamples.Record, artifacts);
        proxy.Share = 0.7;
        var counts = new Counts();

        Parallel.For(0, 4, thread =>
        {
            for (var turn = thread; proxy.Injected.Values.Sum() < Faults; turn++)
            {
                var artifact = artifacts[turn % artifacts.Length];
                counts.Add(() => remote.FindBlob(artifact) is not { } bytes ? null : Artifact.Of(bytes) == artifact);
                counts.Add(() => remote.FindRecord(RemoteSamples.Key) is not { } record ? null : record.AsSpan().SequenceEqual(RemoteSamples.Record));
                counts.Add(() => remote.HasBlob(artifact) ? true : null);
                counts.Add(() =>
                {
                    remote.Put(RemoteSamples.Bytes(2000, turn % artifacts.Length));
                    return true;
                });
            }
        });

        // Credentials in any form: as they were written, and as they are sent.
        var hidden = new[] { secret, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{user}:{secret}")) };
        Assert.DoesNotContain(counts.Messages, message => hidden.Any(text => message.Contains(text, StringComparison.Ordinal)));
        Assert.DoesNotContain(counts.Messages, message => message.Split(Environment.NewLine)[0].Contains('\n'));
        Assert.DoesNotContain(proxy.Elsewhere, head => head.Contains("Authorization", StringComparison.OrdinalIgnoreCase));
        Assert.NotEmpty(proxy.Elsewhere);
        Assert.Equal(Enum.GetValues<ProxyFault>(), proxy.Injected.Keys.Order());
        Assert.True(counts is { Right: > 0, Wrong: > 0, Missing: > 0 } && !counts.Messages.IsEmpty, counts.ToString());

        // And after all of that it serves.
        proxy.Share = 0;
        Assert.Equal(RemoteSamples.Bytes(2000, 0), remote.FindBlob(artifacts[0]));
        Assert.Equal(RemoteSamples.Record, remote.FindRecord(RemoteSamples.Key));
    }

    private sealed class Counts
    {
        private int right;
        private int wrong;
        private int missing;

        public int Right => right;

        public int Wrong => wrong;

        public int Missing => missing;

        public System.Collections.Concurrent.ConcurrentQueue<string> Messages { get; } = [];

        // Anything but a RemoteException fails the test.
        public void Add(Func<bool?> call)
        {
            try
            {
                _ = call() switch
                {
                    true => Interlocked.Increment(ref right),
                    false => Interlocked.Increment(ref wrong),
                    null => Interlocked.Increment(ref missing),
                };
            }
            catch (RemoteException fault)
            {
                Messages.Enqueue(fault.Message);
                Messages.Enqueue(fault.ToString());
            }
        }

        public override string ToString() => $"{right} right, {wrong} wrong, {missing} missing, {Messages.Count / 2} lines";
    }
}
