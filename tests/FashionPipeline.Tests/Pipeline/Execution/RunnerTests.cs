using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Tests.Pipeline.Graph;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed class RunnerTests : IDisposable
{
    private readonly StoreDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_run_once_and_reuse_afterwards()
    {
        var runs = 0;
        var graph = Train("5", () => (byte)++runs);

        desk.Run(graph);
        var results = desk.Run(graph);

        Assert.Equal([1], desk.Read(results["train/mlp/1"]));
        Assert.Equal(["train/mlp/1  run (no earlier result)", "train/mlp/1  reused"], desk.Lines);
    }

    [Fact]
    public void Should_say_which_setting_made_it_run_again_and_remember_both_results()
    {
        desk.Run(Train("5"));
        desk.Run(Train("8"));
        desk.Run(Train("5"));

        Assert.Equal(["train/mlp/1  run (no earlier result)", "train/mlp/1  run (training.epochs 5 -> 8)", "train/mlp/1  reused"],
            desk.Lines);
    }

    [Fact]
    public void Should_hand_each_node_the_artifacts_that_it_declares()
    {
        var graph = new StageGraph(
        [
            ScriptedStage.Node("a", [], _ => [1], ("id", "a")), ScriptedStage.Node("b", [], _ => [2], ("id", "b")),
            ScriptedStage.Node("c", ["a", "b"], inputs => [.. inputs.Read("a"), .. inputs.Read("b")]),
        ]);

        Assert.Equal([1, 2], desk.Read(desk.Run(graph)["c"]));
    }

    [Fact]
    public void Should_fail_a_node_by_name_that_asks_for_what_it_does_not_declare()
    {
        var graph = new StageGraph(
            [ScriptedStage.Node("a", []), ScriptedStage.Node("b", ["a"]), ScriptedStage.Node("c", ["b"], inputs => inputs.Read("a"))]);

        var fault = Assert.Throws<InvalidOperationException>(() => desk.Run(graph));

        Assert.Contains("c asks for the input 'a'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_run_what_reads_an_artifact_that_was_made_again_with_the_same_bytes()
    {
        StageGraph Graph(string setting) => new(
            [ScriptedStage.Node("a", [], _ => [1], ("setting", setting)), ScriptedStage.Node("b", ["a"], _ => [2])]);

        desk.Run(Graph("old"));
        desk.Run(Graph("new"));

        Assert.Equal(["a  run (setting old -> new)", "b  reused"], desk.Lines[2..]);
    }

    [Fact]
    public void Should_quarantine_a_damaged_artifact_and_make_it_again()
    {
        var graph = Train("5", () => 7);
        var artifact = desk.Run(graph)["train/mlp/1"].Outputs[ScriptedStage.Output];
        File.WriteAllBytes(desk.Store.Layout.Blob(artifact.Sha256), [8]);

        var again = desk.Run(graph);

        Assert.Equal([7], desk.Read(again["train/mlp/1"]));
        Assert.Equal([8], File.ReadAllBytes(desk.Store.Layout.Quarantined(artifact.Sha256)));
        Assert.Contains(desk.Lines, line => line == $"corrupt {artifact.Sha256}: quarantined, made again by train/mlp/1");
    }

    // Damage that changes neither length nor time is seen when the artifact is read.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Should_make_an_artifact_again_that_turns_out_to_be_damaged_when_it_is_read(int jobs)
    {
        var runs = 0;
        StageGraph Graph(string setting) => new(
        [
            ScriptedStage.Node("preprocess", [], _ => { runs++; return [7]; }),
            ScriptedStage.Node("train/a/1", ["preprocess"], inputs => inputs.Read("preprocess"), ("setting", setting + "a")),
            ScriptedStage.Node("train/b/1", ["preprocess"], inputs => inputs.Read("preprocess"), ("setting", setting + "b")),
        ]);
        var artifact = desk.Run(Graph("old"))["preprocess"].Outputs[ScriptedStage.Output];
        DamageUnseen(desk.Store.Layout.Blob(artifact.Sha256), [8]);

        var results = desk.Run(Graph("new"), jobs);

        Assert.Equal(2, runs);
        Assert.Equal([7], desk.Read(results["train/a/1"]));
        Assert.Equal([7], desk.Read(results["train/b/1"]));
        Assert.Single(desk.Lines, $"corrupt {artifact.Sha256}: quarantined, made again by preprocess");
    }

    [Fact]
    public void Should_make_an_artifact_again_that_is_removed_while_nodes_run()
    {
        var graph = new StageGraph(
        [
            ScriptedStage.Node("a", [], _ => [7]),
            ScriptedStage.Node("b", ["a"], inputs =>
                { inputs.Read("a"); Directory.Delete(desk.Store.Layout.Blobs, recursive: true); return [1]; }),
            ScriptedStage.Node("c", ["b", "a"], inputs => [.. inputs.Read("a"), .. inputs.Read("b")]),
        ]);

        Assert.Equal([7, 1], desk.Read(desk.Run(graph)["c"]));
    }

    [Fact]
    public void Should_name_the_node_whose_input_is_damaged_again_and_again()
    {
        var blob = "";
        var graph = new StageGraph(
        [
            ScriptedStage.Node("a", [], _ => [7]),
            ScriptedStage.Node("b", ["a"], inputs => { DamageUnseen(blob, [8]); return inputs.Read("a"); }),
        ]);
        blob = desk.Store.Layout.Blob(Artifact.Of([7]).Sha256);

        var fault = Assert.Throws<InputException>(() => desk.Run(graph));

        Assert.Contains("b cannot read what a made", fault.Message, StringComparison.Ordinal);
        Assert.Contains(blob, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_run_a_node_once_for_all_pipelines_of_a_store()
    {
        var runs = 0;
        StageGraph Graph() => Train("5", () => { Thread.Sleep(100); return (byte)Interlocked.Increment(ref runs); });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Run(Graph()))));

        Assert.Equal(1, runs);
    }

    [Fact]
    public void Should_run_again_where_the_record_is_damaged()
    {
        var graph = Train("5", () => 7);
        desk.Run(graph);
        File.WriteAllText(Directory.EnumerateFiles(desk.Store.Layout.Records, "*", SearchOption.AllDirectories).Single(), "{ \"id\": ");

        Assert.Equal([7], desk.Read(desk.Run(graph)["train/mlp/1"]));
    }

    // A record that was changed by hand or by a bad disk serves nothing: its node runs and writes it anew.
    [Theory]
    [InlineData("\"bytes\": 1", "\"bytes\": 2")]
    [InlineData("\"out\"", "\"../evil\"")]
    [InlineData("\"outputs\": {", "\"outputs\": null, \"other\": {")]
    [InlineData("\"training.epochs\": \"5\"", "\"training.epochs\": \"6\"")]
    [InlineData("\"id\": \"train/mlp/1\"", "\"id\": null")]
    public void Should_not_use_a_record_that_was_changed(string from, string to)
    {
        var graph = Train("5", () => 7);
        desk.Run(graph);
        var record = Directory.EnumerateFiles(desk.Store.Layout.Records, "*", SearchOption.AllDirectories).Single();
        var text = File.ReadAllText(record);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(record, text.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal([7], desk.Read(desk.Run(graph)["train/mlp/1"]));
        Assert.Equal(text, File.ReadAllText(record));
    }

    [Fact]
    public void Should_not_use_a_record_that_names_another_artifact_of_the_store()
    {
        var other = desk.Store.Blobs.Publish([9]);
        var graph = Train("5", () => 7);
        var made = desk.Run(graph)["train/mlp/1"].Outputs[ScriptedStage.Output];
        var record = Directory.EnumerateFiles(desk.Store.Layout.Records, "*", SearchOption.AllDirectories).Single();
        File.WriteAllText(record, File.ReadAllText(record).Replace(made.Sha256, other.Sha256, StringComparison.Ordinal));

        Assert.Equal([7], desk.Read(desk.Run(graph)["train/mlp/1"]));
    }

    [Fact]
    public void Should_run_nodes_of_one_key_once()
    {
        var runs = 0;
        byte[] Work(StageInputs inputs) => [(byte)Interlocked.Increment(ref runs)];

        var results =
            desk.Run(new StageGraph([ScriptedStage.Node("train/a/1", [], Work), ScriptedStage.Node("train/b/1", [], Work)]), jobs: 2);

        Assert.Equal(1, runs);
        Assert.Equal(results["train/a/1"].Outputs, results["train/b/1"].Outputs);
        Assert.Single(desk.Lines, line => line.EndsWith("reused", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_tell_of_every_node_that_failed()
    {
        using var both = new Barrier(2);
        StageNode Failing(string id) => ScriptedStage.Node(id, [], _ =>
        {
            both.SignalAndWait();
            throw new InvalidDataException($"{id} is at fault.");
        }, ("id", id));

        var fault = Assert.Throws<InvalidDataException>(() => desk.Run(new StageGraph([Failing("a"), Failing("b")]), jobs: 2));

        var told = string.Join('\n', [fault.Message, .. desk.Lines]);
        Assert.All(["a is at fault.", "b is at fault."], part => Assert.Contains(part, told, StringComparison.Ordinal));
    }

    [Fact]
    public void Should_fetch_published_files_once_and_only_for_a_node_that_has_to_read_them()
    {
        var fetched = 0;
        StageGraph Graph(string setting) => new(
        [
            new StageNode { Id = "download", Work = new PublishedStage([1, 2], () => { fetched++; desk.Lay("file", [1, 2]); }) },
            ScriptedStage.Node("preprocess", [], inputs => inputs.Read("file"), ("setting", setting)) with
            {
                Inputs = new Dictionary<string, NodeOutput> { ["file"] = new("download", "file") },
            },
            ScriptedStage.Node("train", ["preprocess"], inputs => inputs.Read("preprocess")),
        ]);

        Assert.Equal([1, 2], desk.Read(desk.Run(Graph("a"), "train")["train"]));
        File.Delete(Path.Combine(desk.Store.Published.Folder, "file"));
        desk.Run(Graph("a"), "train");

        Assert.Equal(1, fetched);
        Assert.Equal(["download  current", "preprocess  current", "train  current"], desk.Plan(Graph("a")));
        Assert.Equal([1, 2], desk.Read(desk.Run(Graph("b"), "train")["train"]));
        Assert.Equal(2, fetched);
    }

    [Fact]
    public void Should_run_again_where_a_record_names_another_key_than_its_file()
    {
        desk.Run(Train("5"));
        desk.Run(Train("8"));
        var records = Directory.EnumerateFiles(desk.Store.Layout.Records, "*", SearchOption.AllDirectories).ToList();
        File.Copy(records[0], records[1], overwrite: true);
        File.Copy(records[1], records[0], overwrite: true);

        desk.Run(Train("5"));
        desk.Run(Train("8"));

        Assert.Single(desk.Lines[2..], line => line.EndsWith("reused", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_leave_nothing_of_a_node_that_failed_and_begin_no_other()
    {
        var graph = new StageGraph([ScriptedStage.Node("a", [], _ => throw new InvalidDataException()),
            ScriptedStage.Node("b", ["a"]), ScriptedStage.Node("c", [])]);

        Assert.Throws<InvalidDataException>(() => desk.Run(graph));

        Assert.DoesNotContain(desk.Folder.Files, file => !file.StartsWith("store/locks/", StringComparison.Ordinal));
        Assert.Equal(["a  run (no earlier result)"], desk.Lines);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Should_go_on_without_a_training_that_diverged_and_what_needs_it(int jobs)
    {
        var graph = new StageGraph(
        [
            ScriptedStage.Node("train/deep/1", [], _ => throw new DivergenceException("the loss is NaN"), ("id", "a")),
            ScriptedStage.Node("train/flat/1", [], null, ("id", "b")),
            ScriptedStage.Node("evaluate/deep/1", ["train/deep/1"], null, ("id", "c")),
            ScriptedStage.Node("evaluate/flat/1", ["train/flat/1"], null, ("id", "d")),
            ScriptedStage.Node("report", ["evaluate/deep/1", "evaluate/flat/1"]),
        ]);

        var made = desk.Run(graph, jobs).Keys;

        Assert.Equal(["evaluate/flat/1", "train/flat/1"], made.Order());
        Assert.Contains(desk.Lines, line =>
            line.StartsWith("train/deep/1  failed: Training diverged: the loss is NaN.", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_run_nodes_side_by_side_where_their_inputs_allow()
    {
        using var both = new Barrier(2);
        byte[] Meet(StageInputs inputs) => both.SignalAndWait(TimeSpan.FromSeconds(30)) ? [1] : throw new TimeoutException("Alone.");

        desk.Run(new StageGraph([ScriptedStage.Node("evaluate/a", [], Meet, ("model", "a")),
            ScriptedStage.Node("evaluate/b", [], Meet, ("model", "b"))]), jobs: 2);

        Assert.Equal(2, desk.Lines.Length);
    }

    [Fact]
    public void Should_keep_what_ran_beside_a_node_that_failed()
    {
        using var failed = new ManualResetEventSlim();
        var graph = new StageGraph(
        [
            ScriptedStage.Node("a", [], _ => { failed.Set(); throw new InvalidDataException(); }),
            ScriptedStage.Node("b", [], _ => { failed.Wait(); return [2]; }, ("id", "b")),
        ]);

        Assert.Throws<InvalidDataException>(() => desk.Run(graph, jobs: 2));

        Assert.Contains("b  current", desk.Plan(graph));
    }

    private static void DamageUnseen(string blob, byte[] bytes)
    {
        var time = File.GetLastWriteTimeUtc(blob);
        File.WriteAllBytes(blob, bytes);
        File.SetLastWriteTimeUtc(blob, time);
    }

    private static StageGraph Train(string epochs, Func<byte>? work = null) =>
        new([ScriptedStage.Node("train/mlp/1", [], _ => [work is null ? byte.Parse(epochs) : work()], ("training.epochs", epochs))]);
}
