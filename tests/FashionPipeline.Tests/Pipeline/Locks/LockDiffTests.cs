using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Plans;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Tests.Pipeline.Execution;
using FashionPipeline.Tests.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Locks;

public sealed class LockDiffTests : IDisposable
{
    private readonly StoreDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_say_nothing_of_equal_reports() => Assert.Empty(LockDiff.Of(Report(), Report()));

    [Fact]
    public void Should_name_the_setting_and_behind_the_artifacts_that_follow_the_node_that_it_belongs_to() => Assert.Equal(
        [
            "report  changed",
            $"  input  train {Digest(5)} -> {Digest(8)}, made by train: see there",
            "train  changed",
            "  setting  training.epochs  5 -> 8",
        ],
        Lines(Report(epochs: 5), Report(epochs: 8)));

    [Fact]
    public void Should_name_the_members_of_the_code_and_the_packages_that_changed() => Assert.Equal(
        [
            "preprocess  made the same of something else",
            "  code  Adam.Update changed",
            "  package  TorchSharp  0.106.0 -> 0.107.0",
        ],
        Lines(
            Report(code: [("Kernels.Adam.Update", new('1', 64)), ("Kernels.Adam.Other", new('1', 64)), ("package TorchSharp", "0.106.0")]),
            Report(code: [("Kernels.Adam.Update", new('2', 64)), ("Kernels.Adam.Other", new('1', 64)), ("package TorchSharp", "0.107.0")]))
            .Take(3));

    [Fact]
    public void Should_say_that_code_changed_where_one_of_the_two_has_no_list_of_it() => Assert.Contains(
        "which members", string.Join('\n', Lines(
            Report(code: [("Kernels.Adam.Update", "1")]) with { Code = null }, Report(code: [("Kernels.Adam.Update", "2")]))),
        StringComparison.Ordinal);

    [Fact]
    public void Should_name_nodes_that_are_new_or_gone() => Assert.Equal(
        ["embed  new", "train/mlp/2  gone"], Lines(Report(more: "train/mlp/2"), Report(more: "embed")));

    [Fact]
    public void Should_say_so_where_the_same_gave_something_else() => Assert.Equal(
        ["train  changed", "  it made something else of the same"],
        Lines(Report(), Report(artifact: 99)).SkipWhile(line => line != "train  changed"));

    private static string Digest(byte content) => Artifact.Of([content]).Sha256[..12];

    private static IReadOnlyList<string> Lines(LockedReport before, LockedReport now) =>
        new Explanation("quickstart", "HEAD", LockDiff.Of(before, now)).ToTable();

    private LockedReport Report(int epochs = 5, byte? artifact = null, string? more = null, params (string Name, string Value)[] code)
    {
        var listing = new CodeListing(new(code.ToDictionary(part => part.Name, part => part.Value), StringComparer.Ordinal));
        desk.Code = Artifact.Of(listing.ToBytes()).Sha256;
        var graph = new StageGraph(
        [
            ScriptedStage.Node("preprocess", [], _ => [1]),
            ScriptedStage.Node("train", ["preprocess"], _ => [artifact ?? (byte)epochs], ("training.epochs", $"{epochs}")),
            ScriptedStage.Node("report", ["train"], inputs => [3, .. inputs.Read("train")]),
            .. more is null ? [] : new[] { ScriptedStage.Node(more, [], _ => [4]) },
        ]);
        using var elsewhere = new StoreDesk { Code = desk.Code };
        return new(
            LockFile.Of("quickstart", "garments", graph, elsewhere.Run(graph)),
            CodeLock.Of(graph.Nodes.Select(node => node.Stage).Distinct().ToDictionary(stage => stage, _ => listing)));
    }
}
