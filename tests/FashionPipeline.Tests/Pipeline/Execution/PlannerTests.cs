using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Tests.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Execution;

public sealed class PlannerTests : IDisposable
{
    private readonly StoreDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_say_of_each_node_whether_it_is_current_or_why_it_has_to_run_and_run_nothing()
    {
        desk.Run(Graph("5"));
        var before = desk.Folder.Files.ToList();

        Assert.Equal(["preprocess  current", "train  current", "evaluate  current", "report  current", "embed  current"],
            desk.Plan(Graph("5")));
        Assert.Equal(
            [
                "preprocess  current", "train  run (training.epochs 5 -> 8)", "evaluate  run (because of train)",
                    "report  run (because of train)",
                "embed  current",
            ],
            desk.Plan(Graph("8")));
        Assert.Equal(before, desk.Folder.Files);
    }

    [Fact]
    public void Should_say_that_nothing_is_known_yet() =>
        Assert.Equal("preprocess  run (no earlier result)", desk.Plan(Graph("5"))[0]);

    [Fact]
    public void Should_run_a_node_whose_artifact_is_gone_and_leave_a_damaged_one_where_it_is()
    {
        var results = desk.Run(Graph("5"));
        File.Delete(desk.Store.Layout.Blob(results["embed"].Outputs[ScriptedStage.Output].Sha256));
        var damaged = desk.Store.Layout.Blob(results["train"].Outputs[ScriptedStage.Output].Sha256);
        File.WriteAllText(damaged, "no weights");

        var plan = desk.Plan(Graph("5"));

        Assert.Contains("train  run (its result is missing from the store)", plan);
        Assert.Contains("embed  run (its result is missing from the store)", plan);
        Assert.True(File.Exists(damaged));
    }

    [Fact]
    public void Should_name_the_code_that_changed()
    {
        desk.Code = Listing(("Kernels.Adam.Update", "1"), ("Kernels.Adam.Other", "1"), ("package Parquet.Net", "6.1.0"));
        desk.Run(Graph("5"));
        desk.Code = Listing(("Kernels.Adam.Update", "2"), ("Kernels.Adam.Other", "1"), ("package Parquet.Net", "6.1.1"));

        Assert.Equal("preprocess  run (code: Adam.Update, package Parquet.Net 6.1.0 -> 6.1.1)", desk.Plan(Graph("5"))[0]);
    }

    [Fact]
    public void Should_fetch_no_published_file_that_nobody_has_to_read()
    {
        var graph = new StageGraph(
        [
            new() { Id = "download", Work = new PublishedStage([1], () => { }) },
            new()
            {
                Id = "preprocess",
                Inputs = new Dictionary<string, NodeOutput> { ["a"] = new("download", "file") },
                Work = new ScriptedStage(),
            },
        ]);

        Assert.Equal(["download  run (file is missing)", "preprocess  run (no earlier result)"], desk.Plan(graph));
        desk.Lay("file", [1]);
        desk.Run(graph);
        File.Delete(Path.Combine(desk.Store.Published.Folder, "file"));
        Assert.Equal(["download  current", "preprocess  current"], desk.Plan(graph));
    }

    [Fact]
    public void Should_tell_of_a_node_that_waits_what_changed_in_itself()
    {
        desk.Run(Graph("5"));
        var graph = new StageGraph(
        [
            ScriptedStage.Node("preprocess", [], _ => [1], ("garments", "9")),
            ScriptedStage.Node("train", ["preprocess"], _ => [8], ("training.epochs", "8")),
        ]);

        var waiting = Assert.IsType<WaitingNode>(new Planner(graph, desk.Store, _ => desk.Code).Plan()[1]);

        Assert.Equal("preprocess", waiting.BecauseOf);
        Assert.Equal(["training.epochs 5 -> 8"], waiting.Own.Value.Select(cause => cause.Text));
    }

    private static StageGraph Graph(string epochs) => new(
    [
        ScriptedStage.Node("preprocess", [], _ => [1]),
        ScriptedStage.Node("train", ["preprocess"], _ => [byte.Parse(epochs)], ("training.epochs", epochs)),
        ScriptedStage.Node("evaluate", ["train"], inputs => [2, .. inputs.Read("train")]),
        ScriptedStage.Node("report", ["evaluate", "train"], inputs => [3, .. inputs.Read("train")]),
        ScriptedStage.Node("embed", ["preprocess"], _ => [4]),
    ]);

    private string Listing(params (string Name, string Value)[] parts) => desk.Store.Blobs.Publish(
        new CodeListing(new(parts.ToDictionary(part => part.Name, part => part.Value))).ToBytes()).Sha256;
}
