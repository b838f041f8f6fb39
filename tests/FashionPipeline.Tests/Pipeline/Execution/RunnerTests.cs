using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Tests.Pipeline.Graph;

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

        Assert.Equal(["train/mlp/1  run (no earlier result)", "train/mlp/1  run (training.epochs 5 -> 8)", "train/mlp/1  reused"], desk.Lines);
    }

    [Fact]
    public void Should_hand_each_node_the_artifacts_that_it_declares()
    {
        var graph = new StageGraph(
        [
            ScriptedStage.Node("a", [], _ => [1]), ScriptedStage.Node("b", [], _ => [2]),
            ScriptedStage.Node("c", ["a", "b"], inputs => [.. inputs.Read("a"), .. inputs.Read("b")]),
        ]);

        Assert.Equal([1, 2], desk.Read(desk.Run(graph)["c"]));
    }

    [Fact]
    public void Should_fail_a_node_by_name_that_asks_for_what_it_does_not_declare()
    {
        var graph = new StageGraph([ScriptedStage.Node("a", []), ScriptedStage.Node("b", ["a"]), ScriptedStage.Node("c", ["b"], inputs => inputs.Read("a"))]);

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
        Assert.Contains(desk.Lines, line => line.Contains("was damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Should_run_again_where_the_record_is_damaged()
    {
        var graph = Train("5", () => 7);
        desk.Run(graph);
        File.WriteAllText(Directory.EnumerateFiles(desk.Store.Layout.Records, "*", SearchOption.AllDirectories).Single(), "{ \"id\": ");

        Assert.Equal([7], desk.Read(desk.Run(graph)["train/mlp/1"]));
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
        var graph = new StageGraph([ScriptedStage.Node("a", [], _ => throw new InvalidDataException()), ScriptedStage.Node("b", ["a"]), ScriptedStage.Node("c", [])]);

        Assert.Throws<InvalidDataException>(() => desk.Run(graph));

        Assert.Empty(desk.Folder.Files);
        Assert.Equal(["a  run (no earlier result)"], desk.Lines);
    }

    [Fact]
    public void Should_run_nodes_side_by_side_where_their_inputs_allow()
    {
        using var both = new Barrier(2);
        byte[] Meet(StageInputs inputs) => both.SignalAndWait(TimeSpan.FromSeconds(30)) ? [1] : throw new TimeoutException("Alone.");

        desk.Run(new StageGraph([ScriptedStage.Node("evaluate/a", [], Meet), ScriptedStage.Node("evaluate/b", [], Meet)]), jobs: 2);

        Assert.Equal(2, desk.Lines.Length);
    }

    [Fact]
    public void Should_keep_what_ran_beside_a_node_that_failed()
    {
        using var failed = new ManualResetEventSlim();
        var graph = new StageGraph(
        [
            ScriptedStage.Node("a", [], _ => { failed.Set(); throw new InvalidDataException(); }),
            ScriptedStage.Node("b", [], _ => { failed.Wait(); return [2]; }),
        ]);

        Assert.Throws<InvalidDataException>(() => desk.Run(graph, jobs: 2));

        Assert.Contains("b  current", desk.Plan(graph));
    }

    private static StageGraph Train(string epochs, Func<byte>? work = null) =>
        new([ScriptedStage.Node("train/mlp/1", [], _ => [work is null ? byte.Parse(epochs) : work()], ("training.epochs", epochs))]);
}
