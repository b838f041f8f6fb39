using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Pipeline.Store.Remotes;
using FashionPipeline.Tests.Pipeline.Execution;
using FashionPipeline.Tests.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Store.Remotes;

/// <summary>What a run takes from a remote store, and what it does with one that is at fault.</summary>
public sealed class ReadThroughTests : IDisposable
{
    private readonly StoreDesk first = new();
    private readonly StoreDesk second = new();
    private readonly TemporaryFolder folder = new();
    private readonly WatchedRemote remote;
    private int runs;

    public ReadThroughTests()
    {
        remote = new WatchedRemote(new SharedFolder(folder.Path));
        first.Remote = second.Remote = remote;
    }

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Should_make_nothing_that_the_remote_has(int jobs)
    {
        Fill();

        var results = second.Run(Graph(), jobs);

        Assert.Equal([1, 2, 12], second.Read(results["c"]));
        Assert.Equal(3, runs);
        Assert.Equal([$"a  from {remote.Address}  (0.0 MB)", $"b  from {remote.Address}  (0.0 MB)", $"c  from {remote.Address}  (0.0 MB)"],
            second.Lines.Order());
        Assert.Equal(["a  current", "b  current", "c  current"], second.Plan(Graph()));
    }

    [Fact]
    public void Should_ask_nothing_where_all_is_there()
    {
        Fill();
        var before = remote.Requests;

        first.Run(Graph());

        Assert.Equal(before, remote.Requests);
    }

    [Fact]
    public void Should_send_nothing_unless_it_is_asked_to()
    {
        first.Run(Graph());

        Assert.Empty(folder.Files);
    }

    [Fact]
    public void Should_make_what_the_remote_lacks_without_a_word()
    {
        first.Run(Graph());
        first.Push(new StageGraph([.. Graph().Nodes.Take(1)]));

        second.Run(Graph());

        Assert.Equal([$"a  from {remote.Address}  (0.0 MB)", "b  run (no earlier result)", "c  run (no earlier result)"], second.Lines);
    }

    // What is there by another way is not fetched again.
    [Fact]
    public void Should_fetch_only_artifacts_that_are_not_there()
    {
        Fill();
        second.Store.Blobs.Publish([1]);
        var before = remote.Requests;

        second.Run(Graph());

        Assert.Equal(before + 5, remote.Requests); // three records, two artifacts
    }

    [Fact]
    public void Should_not_fetch_published_files_that_nobody_here_has_to_read()
    {
        var fetched = 0;
        var graph = new StageGraph(
        [
            new StageNode { Id = "download", Work = new PublishedStage([5], () => { fetched++; first.Lay("file", [5]); }) },
            ScriptedStage.Node("preprocess", [], inputs => inputs.Read("file")) with
            {
                Inputs = new Dictionary<string, NodeOutput> { ["file"] = new("download", "file") },
            },
        ]);
        first.Run(graph, "preprocess");
        first.Push(graph);

        var results = second.Run(graph, "preprocess");

        Assert.Equal([5], second.Read(results["preprocess"]));
        Assert.Equal(1, fetched);
    }

    [Fact]
    public void Should_make_every_node_itself_where_every_byte_of_the_artifacts_is_another()
    {
        Fill();
        foreach (var path in FilesIn("blobs"))
        {
            File.WriteAllBytes(path, [.. File.ReadAllBytes(path).Select(value => (byte)~value)]);
        }

        var results = second.Run(Graph());

        Assert.Equal([1, 2, 12], second.Read(results["c"]));
        Assert.Equal(6, runs);
        Assert.Equal(3, Count($"  not taken from elsewhere: {remote.Address} has other bytes for out: found SHA-256 "));
        Assert.DoesNotContain(second.Folder.Files, file => file.Contains("quarantine", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_take_no_artifact_that_is_cut_off_or_goes_on()
    {
        Fill();
        var (cut, longer) = (PathOfBlob([1]), PathOfBlob([1, 2, 12]));
        File.WriteAllBytes(cut, []);
        File.WriteAllBytes(longer, [1, 2, 12, 0, 0, 0]);

        var results = second.Run(Graph());

        Assert.Equal([1, 2, 12], second.Read(results["c"]));
        Assert.Contains(second.Lines, line => line.Contains("found SHA-256 e3b0c44298fc, 0 bytes, expected", StringComparison.Ordinal));
        Assert.Contains(second.Lines, line => line.Contains(", 4 bytes, expected", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_make_a_node_whose_artifact_the_remote_lacks()
    {
        Fill();
        File.Delete(PathOfBlob([1]));

        second.Run(Graph());

        Assert.Equal(
            $"a  not taken from elsewhere: {remote.Address} lacks out, SHA-256 {ShortDigest.Of(Artifact.Of([1]).Sha256)}", second.Lines[0]);
        Assert.Equal("a  run (no earlier result)", second.Lines[1]);
    }

    [Fact]
    public void Should_take_no_record_of_another_key()
    {
        Fill();
        var records = FilesIn("records");
        var contents = records.Select(File.ReadAllBytes).ToList();
        records.Index().ToList().ForEach(record => File.WriteAllBytes(record.Item, contents[(record.Index + 1) % contents.Count]));

        var results = second.Run(Graph());

        Assert.Equal([1, 2, 12], second.Read(results["c"]));
        Assert.Equal(3, Count("has a record that is damaged, or of another key"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html>Not found</html>")]
    public void Should_take_nothing_for_a_record_that_is_none(string text)
    {
        Fill();
        FilesIn("records").ToList().ForEach(path => File.WriteAllText(path, text));

        second.Run(Graph());

        Assert.Equal(6, runs);
    }

    // Sealed anew, as somebody would who may write there.
    [Theory]
    [InlineData("../evil", 1, "an artifact that a does not declare")]
    [InlineData("/etc/passwd", 1, "an artifact that a does not declare")]
    [InlineData("out\n", 1, "an artifact that a does not declare")]
    [InlineData("out", -1, "a length that no artifact can have")]
    [InlineData("out", long.MaxValue, "a length that no artifact can have")]
    public void Should_take_no_record_whose_artifacts_no_node_can_have(string name, long bytes, string fault)
    {
        Fill();
        Forge(outputs => outputs.Add(name, Artifact.Of([1]) with { Bytes = bytes }));

        second.Run(Graph());

        Assert.Contains($"a  not taken from elsewhere: {remote.Address} has a record with", second.Lines[0], StringComparison.Ordinal);
        Assert.Contains(fault, second.Lines[0], StringComparison.Ordinal);
        Assert.Equal("a  run (no earlier result)", second.Lines[1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("../../../../etc/passwd")]
    [InlineData("6B86B273FF34FCE19D6B804EFF5A3F5747ADA4EAA22F1D49C01E52DDB7875B4B")]
    public void Should_take_no_record_whose_digests_are_none(string? digest)
    {
        Fill();
        Forge(outputs => outputs.Add("out", digest is null ? null! : new Artifact(digest, 1)));

        second.Run(Graph());

        Assert.Contains("has a record with no digest of out", second.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Should_take_no_record_that_lacks_an_artifact()
    {
        Fill();
        Forge(_ => { });

        second.Run(Graph());

        Assert.Contains("has a record with no artifact out", second.Lines[0], StringComparison.Ordinal);
    }

    // Whoever may write to a remote store is believed as to which artifacts belong to a key; no byte says that they do.
    [Fact]
    public void Should_believe_a_record_that_fits_in_all()
    {
        Fill();
        remote.PutBlob(Artifact.Of([9]), [9]);
        Forge(outputs => outputs.Add("out", Artifact.Of([9])));

        var results = second.Run(Graph());

        Assert.Equal([9], second.Read(results["a"]));
        Assert.Equal("a", second.Store.Records.FindLatest("a")!.Id);
    }

    [Fact]
    public void Should_leave_a_remote_alone_that_fails_twice_in_a_row()
    {
        Fill();
        var before = remote.Requests;
        remote.Before = () => throw new RemoteException("It does not answer.");

        var results = second.Run(Graph());

        Assert.Equal([1, 2, 12], second.Read(results["c"]));
        Assert.Equal(before + 2, remote.Requests);
        Assert.Equal(
            [
                "a  not taken from elsewhere: It does not answer.", "a  run (no earlier result)",
                "b  not taken from elsewhere: It does not answer.", $"{remote.Address} is left alone for the rest of this run.",
                "b  run (no earlier result)", "c  run (no earlier result)",
            ],
            second.Lines);
    }

    [Fact]
    public void Should_go_on_asking_a_remote_that_fails_now_and_then()
    {
        Fill();
        var before = remote.Requests;
        remote.Before = () =>
        {
            if (remote.Requests == before + 1 || remote.Requests == before + 4) // the first record, and the last
            {
                throw new RemoteException("It does not answer.");
            }
        };

        second.Run(Graph());

        Assert.Equal(before + 4, remote.Requests);
        Assert.DoesNotContain(second.Lines, line => line.Contains("left alone", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_put_right_from_elsewhere_what_is_damaged_here()
    {
        Fill();
        File.WriteAllBytes(first.Store.Layout.Blob(Artifact.Of([1]).Sha256), [0]);

        var results = first.Run(Graph());

        Assert.Equal([1], first.Read(results["a"]));
        Assert.Equal(3, runs);
    }

    private StageGraph Graph() => new(
    [
        ScriptedStage.Node("a", [], _ => Made(1), ("id", "a")), ScriptedStage.Node("b", [], _ => Made(2), ("id", "b")),
        ScriptedStage.Node("c", ["a", "b"], inputs => [.. inputs.Read("a"), .. inputs.Read("b"), .. Made(12)]),
    ]);

    private byte[] Made(byte value)
    {
        Interlocked.Increment(ref runs);
        return [value];
    }

    private void Fill()
    {
        first.Run(Graph());
        first.Push(Graph());
    }

    private void Forge(Action<SortedDictionary<string, Artifact>> forge)
    {
        var record = first.Store.Records.FindLatest("a")!;
        var outputs = new SortedDictionary<string, Artifact>(StringComparer.Ordinal);
        forge(outputs);
        remote.PutRecord(record.Key.Hash(), SealedRecord.Write(record with { Id = "x", Outputs = outputs }), []);
    }

    private int Count(string part) => second.Lines.Count(line => line.Contains(part, StringComparison.Ordinal));

    private string PathOfBlob(byte[] bytes) => FilesIn("blobs").Single(path => Path.GetFileName(path) == Artifact.Of(bytes).Sha256);

    private IReadOnlyList<string> FilesIn(string name) =>
        [.. folder.Files.Where(file => file.StartsWith(name + "/", StringComparison.Ordinal)).Select(file => folder[file])];
}
