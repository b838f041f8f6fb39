using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;
using FashionPipeline.Tests.Pipeline.Execution;
using FashionPipeline.Tests.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>Between runs and a registry goes wrong what can: no run fails, and none has another result.</summary>
public sealed class FaultyRunTests
{
    private const int Faults = 1000;
    private const int Nodes = 5;

    // Every stall takes that long, however long a record may be.
    private static readonly RemoteOptions Options =
        RemoteSamples.Impatient with { AttemptSeconds = 0.1, TotalSeconds = 2, Retries = 1, LowestBytesPerSecond = 1e9 };

    private static StageGraph Graph { get; } = new(
    [
        .. Enumerable.Range(0, Nodes).Select(seed => ScriptedStage.Node($"a/{seed}", [], _ => BytesOf(seed), ("seed", $"{seed}"))),
        .. Enumerable.Range(0, Nodes).Select(seed => ScriptedStage.Node($"b/{seed}", [$"a/{seed}"], inputs => inputs.Read($"a/{seed}"))),
    ]);

    [Fact]
    public void Should_have_no_wrong_artifact_and_no_failed_run_whatever_goes_wrong()
    {
        using var registry = DockerRegistry.Start();
        using var proxy = new FaultyProxy(registry.Authority, seed: 18);
        using var first = new StoreDesk { Remote = registry.Open() };
        first.Run(Graph);
        first.Push(Graph);
        proxy.Share = 0.5;

        while (proxy.Injected.Values.Sum() < Faults)
        {
            RunThrough(registry, proxy);
        }

        Assert.Equal(Enum.GetValues<ProxyFault>(), proxy.Injected.Keys.Order());
        using var last = new StoreDesk { Remote = registry.Open() };
        Assert.Equal(2 * Nodes, last.Run(Graph).Count);
        Assert.All(last.Lines, line => Assert.Contains("  from ", line, StringComparison.Ordinal));
    }

    private static void RunThrough(DockerRegistry registry, FaultyProxy proxy)
    {
        using var remote = registry.Open(options: Options, authority: proxy.Authority);
        using var desk = new StoreDesk { Remote = remote };

        var results = desk.Run(Graph, jobs: 2);

        Assert.Equal(2 * Nodes, results.Count);
        Assert.All(Enumerable.Range(0, Nodes), seed =>
        {
            Assert.Equal(BytesOf(seed), desk.Read(results[$"a/{seed}"]));
            Assert.Equal(BytesOf(seed), desk.Read(results[$"b/{seed}"]));
        });
        foreach (var blob in desk.Folder.Files.Where(file => file.StartsWith("store/blobs/", StringComparison.Ordinal)))
        {
            Assert.Equal(Path.GetFileName(blob), Artifact.Of(File.ReadAllBytes(desk.Folder[blob])).Sha256);
        }

        try
        {
            desk.Push(Graph);
        }
        catch (InputException fault)
        {
            Assert.EndsWith("results are there; push again to go on.", fault.Message, StringComparison.Ordinal);
        }
    }

    private static byte[] BytesOf(int seed) => RemoteSamples.Bytes(2000, seed);
}
