using FashionPipeline.Pipeline;
using FashionPipeline.Pipeline.Store.Remotes;
using FashionPipeline.Tests.Pipeline.DataSets;
using FashionPipeline.Tests.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Sharing;

/// <summary>A report in one store, made of what another one has sent.</summary>
public sealed class SharedReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Should_ask_nothing_where_all_is_here()
    {
        using var tiny = new TinyRun();
        using var remote = new WatchedRemote(new SharedFolder(folder.Path));
        var options = tiny.Options with { OpenRemote = () => remote };

        TinyRun.Report(options);
        using (var pipeline = ExperimentPipeline.Open(options))
        {
            pipeline.Plan();
            pipeline.Explain();
        }

        Assert.Equal(0, remote.Requests);
    }

    [Fact]
    public void Should_make_no_record_of_how_long_it_took_to_fetch_a_result()
    {
        using var tiny = new TinyRun();
        Push(tiny.Options);
        var elsewhere = Elsewhere(tiny.Options);

        TinyRun.Report(elsewhere);

        Assert.Equal("[]", File.ReadAllText(Path.Combine(elsewhere.Reports, "tiny", "run.json")).Trim());
        Assert.Equal(
            File.ReadAllBytes(tiny["reports/tiny/pipeline.lock.json"]),
            File.ReadAllBytes(Path.Combine(elsewhere.Reports, "tiny", "pipeline.lock.json")));
        Assert.Equal(
            File.ReadAllBytes(tiny["reports/tiny/report.pdf"]), File.ReadAllBytes(Path.Combine(elsewhere.Reports, "tiny", "report.pdf")));
    }

    [Fact]
    public void Should_push_and_pull_the_steps_that_are_named_and_what_they_need()
    {
        using var tiny = new TinyRun();
        var only = tiny.Options with { Only = ["train"] };

        Push(only);
        using var pipeline = ExperimentPipeline.Open(Elsewhere(only));

        Assert.StartsWith("Pulled 2 results from ", pipeline.Pull().ToLines().Single(), StringComparison.Ordinal);
        Assert.Equal(2, folder.Files.Count(file => file.StartsWith("remote/records/", StringComparison.Ordinal)));
    }

    // Of thousands of steps it is thousands of times as many: how many, Execution/README.md says.
    [Fact]
    public void Should_ask_a_registry_once_for_a_record_and_once_for_an_artifact()
    {
        using var registry = DockerRegistry.Start();
        using var proxy = new FaultyProxy(registry.Authority, seed: 1);
        using var tiny = new TinyRun();
        var train = tiny.Options with { Only = ["train"], OpenRemote = () => registry.Open(authority: proxy.Authority) };
        using (var pipeline = ExperimentPipeline.Open(train))
        {
            pipeline.Push();
        }

        var pushed = Taken();
        using (var pipeline = ExperimentPipeline.Open(Elsewhere(train) with { OpenRemote = train.OpenRemote }))
        {
            pipeline.Pull();
        }

        const int Steps = 2; // preprocess and train, each of two artifacts
        const int Artifacts = 2 * Steps;
        Assert.Equal(
            [("GET manifests", Steps), ("HEAD blobs", Artifacts + Steps), ("POST blobs", Artifacts + Steps),
                ("PUT blobs", Artifacts + Steps), ("PUT manifests", Steps)],
            pushed.CountBy(request => request).Select(count => (count.Key, count.Value)).Order());
        Assert.Equal(
            [("GET blobs", Artifacts), ("GET manifests", Steps)],
            Taken().CountBy(request => request).Select(count => (count.Key, count.Value)).Order());

        // Of "GET /v2/tests/store/manifests/... HTTP/1.1" the method and what it is about.
        List<string> Taken()
        {
            var requests = new List<string>();
            while (proxy.Requests.TryDequeue(out var head))
            {
                var words = head.Split(' ');
                requests.Add($"{words[0]} {words[1].Split('/')[4]}");
            }

            return requests;
        }
    }

    // What nobody here has to read need not be here.
    [Fact]
    public void Should_need_no_data_where_every_result_is_elsewhere()
    {
        using var desk = new AdditionDesk();
        desk.WriteImages("pets", AdditionDesk.Splits());
        File.WriteAllText(desk.Folder["clone/experiments/mine.yaml"], desk.Add("pets").Example);
        var options = desk.Options with { IsDataAskedFor = false };
        TinyRun.Report(options);
        Push(options);
        Directory.Delete(desk.Folder["pets"], recursive: true);
        var elsewhere = Elsewhere(options);

        TinyRun.Report(elsewhere);

        Assert.Equal(
            File.ReadAllBytes(desk.Folder["clone/reports/mine/pipeline.lock.json"]),
            File.ReadAllBytes(Path.Combine(elsewhere.Reports, "mine", "pipeline.lock.json")));
        Assert.False(Directory.Exists(Path.Combine(elsewhere.Cache, "data")));
    }

    private void Push(PipelineOptions options)
    {
        Directory.CreateDirectory(folder["remote"]);
        using var pipeline = ExperimentPipeline.Open(options with { OpenRemote = Open });
        pipeline.Push();
    }

    private IRemote Open() => new SharedFolder(folder["remote"]);

    private PipelineOptions Elsewhere(PipelineOptions options) =>
        options with { CacheFolder = folder["cache"], ReportsFolder = folder["reports"], OpenRemote = Open };
}
