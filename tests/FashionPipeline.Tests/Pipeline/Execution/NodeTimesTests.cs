using FashionPipeline.Foundation.Files;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed class NodeTimesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StoreLayout layout;
    private readonly NodeTimes times;

    public NodeTimesTests()
    {
        layout = new StoreLayout(folder["store"]);
        times = new NodeTimes(layout, "experiment");
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_take_over_what_others_have_left_apart()
    {
        times.Keep(LogOf("preprocess", "train/mlp/1"));
        times.KeepApart(LogOf("train/mlp/1"));
        times.KeepApart(LogOf("train/mlp/2"));

        times.Keep(LogOf("report"));

        Assert.Equal(["preprocess", "report", "train/mlp/1", "train/mlp/2"], times.Seconds.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(layout.TimesApart("experiment"));
    }

    // Of thousands that end together each would wait for the others, and write what all of them took.
    [Fact]
    public async Task Should_wait_for_nobody_where_it_leaves_times_apart()
    {
        using var turn = FileLock.Take(layout.LockOf("times.experiment"), () => { });

        var stop = TestContext.Current.CancellationToken;
        await Task.Run(() => times.KeepApart(LogOf("train/mlp/1")), stop).WaitAsync(TimeSpan.FromSeconds(30), stop);

        Assert.Single(layout.TimesApart("experiment"));
    }

    private static RunLog LogOf(params string[] nodes)
    {
        var log = new RunLog();
        Array.ForEach(nodes, node => log.Time(node, () => 1));
        return log;
    }
}
