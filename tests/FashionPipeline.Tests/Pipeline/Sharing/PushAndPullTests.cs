using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Store.Remotes;
using FashionPipeline.Tests.Pipeline.Execution;
using FashionPipeline.Tests.Pipeline.Graph;
using FashionPipeline.Tests.Pipeline.Store.Remotes;

namespace FashionPipeline.Tests.Pipeline.Sharing;

public sealed class PushAndPullTests : IDisposable
{
    private readonly StoreDesk first = new();
    private readonly StoreDesk second = new();
    private readonly TemporaryFolder folder = new();
    private readonly WatchedRemote remote;

    public PushAndPullTests()
    {
        remote = new WatchedRemote(new SharedFolder(folder.Path));
        first.Remote = second.Remote = remote;
    }

    private static StageGraph Graph { get; } = new(
    [
        ScriptedStage.Node("a", [], _ => [1], ("id", "a")),
        ScriptedStage.Node("b", [], _ => [2], ("id", "b")),
        ScriptedStage.Node("c", ["a"], inputs => [.. inputs.Read("a"), 3]),
    ]);

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Should_send_artifacts_and_records_once()
    {
        first.Run(Graph);

        var once = first.Push(Graph);
        var files = Written();
        var again = first.Push(Graph);

        Assert.Equal([$"Pushed 3 of 3 results to {remote.Address}: 3 files, 0.0 MB."], once.ToLines());
        Assert.Equal([$"Pushed 0 of 3 results to {remote.Address}: 0 files, 0.0 MB. The rest was there."], again.ToLines());
        Assert.Equal(6, files.Count);
        Assert.Equal(files, Written());
        Assert.Equal(["a  there already", "b  there already", "c  there already"], first.Lines[^3..].Order());
    }

    [Fact]
    public void Should_send_an_artifact_again_that_is_gone_there()
    {
        first.Run(Graph);
        first.Push(Graph);
        File.Delete(folder[folder.Files.First(file => file.StartsWith("blobs/", StringComparison.Ordinal))]);

        Assert.StartsWith("Pushed 1 of 3 results", first.Push(Graph).ToLines()[0], StringComparison.Ordinal);
        Assert.Equal(6, folder.Files.Count());
    }

    [Fact]
    public void Should_replace_a_record_of_another_result()
    {
        first.Run(Graph);
        first.Push(Graph);
        var record = folder[folder.Files.First(file => file.StartsWith("records/", StringComparison.Ordinal))];
        File.WriteAllText(record, "no record");

        first.Push(Graph);

        Assert.NotEqual("no record", File.ReadAllText(record));
    }

    [Fact]
    public void Should_send_nothing_of_a_node_that_is_not_current_and_say_so()
    {
        first.Run(Graph, "c");

        var lines = first.Push(Graph).ToLines();

        Assert.StartsWith("Pushed 2 of 2 results", lines[0], StringComparison.Ordinal);
        Assert.Equal("Not current here, and not pushed: b.", lines[1]);
    }

    [Fact]
    public void Should_fail_where_nothing_is_current()
    {
        var fault = Assert.Throws<InputException>(() => first.Push(Graph));

        Assert.StartsWith("Nothing of 'experiment' is current here", fault.Message, StringComparison.Ordinal);
        Assert.Equal(Remedy.MakeReport, fault.Remedy);
        Assert.Equal(0, remote.Requests);
    }

    // No record without its artifacts, whenever the remote fails.
    [Fact]
    public void Should_fail_where_the_remote_fails_and_leave_no_record_without_its_artifacts()
    {
        first.Run(Graph);
        for (var fails = 1; ; fails++)
        {
            var asked = 0;
            remote.Before = () =>
            {
                if (Interlocked.Increment(ref asked) == fails)
                {
                    throw new RemoteException("It does not answer.");
                }
            };
            try
            {
                first.Push(Graph);
                break;
            }
            catch (InputException fault)
            {
                Assert.Matches("^It does not answer.\n[0-3] of 3 results are there; push again to go on.$", fault.Message);
            }

            remote.Before = () => { };
            second.Pull(Graph);
            Assert.DoesNotContain(second.Lines, line => line.Contains("lacks", StringComparison.Ordinal));
        }

        Assert.Equal(6, folder.Files.Count());
    }

    [Fact]
    public void Should_say_that_a_result_is_damaged_and_not_send_it()
    {
        var artifact = first.Run(Graph)["a"].Outputs[ScriptedStage.Output];
        var blob = first.Store.Layout.Blob(artifact.Sha256);
        var time = File.GetLastWriteTimeUtc(blob);
        File.WriteAllBytes(blob, [0]);
        File.SetLastWriteTimeUtc(blob, time);

        var fault = Assert.Throws<InputException>(() => first.Push(Graph));

        Assert.Contains($"{blob} is damaged", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Files, file => file.EndsWith(artifact.Sha256, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_fetch_all_that_is_there_and_run_nothing()
    {
        first.Run(Graph);
        first.Push(Graph);

        var lines = second.Pull(Graph).ToLines();

        Assert.Equal([$"Pulled 3 results from {remote.Address}, 0.0 MB; 0 were here."], lines);
        Assert.Equal(["a  current", "b  current", "c  current"], second.Plan(Graph));
    }

    [Fact]
    public void Should_name_what_is_not_there_and_what_cannot_be_asked_for()
    {
        first.Run(Graph, "b");
        first.Push(Graph);

        var lines = second.Pull(Graph).ToLines();

        Assert.Equal(
            [$"Pulled 1 results from {remote.Address}, 0.0 MB; 0 were here.", "Not there: a.", "Not asked for, as they need these: c."],
            lines);
    }

    [Fact]
    public void Should_fetch_nothing_that_is_here()
    {
        first.Run(Graph);
        first.Push(Graph);
        var before = remote.Requests;

        var lines = first.Pull(Graph).ToLines();

        Assert.Equal([$"Pulled 0 results from {remote.Address}, 0.0 MB; 3 were here."], lines);
        Assert.Equal(before, remote.Requests);
    }

    [Fact]
    public void Should_leave_out_what_is_damaged_there_and_say_so()
    {
        first.Run(Graph);
        first.Push(Graph);
        File.WriteAllBytes(folder[$"blobs/{Artifact.Of([2]).Sha256[..2]}/{Artifact.Of([2]).Sha256}"], [0]);

        var lines = second.Pull(Graph).ToLines();

        Assert.Contains("No good there: b.", lines);
        Assert.Contains(
            second.Lines, line => line.StartsWith($"b  not pulled: {remote.Address} has other bytes for out", StringComparison.Ordinal));
    }

    // It has the right length, and nobody could use it.
    [Fact]
    public void Should_send_again_what_is_damaged_in_a_shared_folder()
    {
        first.Run(Graph);
        first.Push(Graph);
        var blob = folder[$"blobs/{Artifact.Of([2]).Sha256[..2]}/{Artifact.Of([2]).Sha256}"];
        File.WriteAllBytes(blob, [0]);

        first.Push(Graph);

        Assert.Equal([2], File.ReadAllBytes(blob));
    }

    [Fact]
    public void Should_fail_where_the_remote_cannot_be_reached()
    {
        Directory.Delete(folder.Path);
        try
        {
            var fault = Assert.Throws<InputException>(() => second.Pull(Graph));

            Assert.StartsWith($"{remote.Address} is not there", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.CreateDirectory(folder.Path);
        }
    }

    private List<(string File, DateTime Written)> Written() =>
        [.. folder.Files.Select(file => (file, File.GetLastWriteTimeUtc(folder[file])))];
}
