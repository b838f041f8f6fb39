using System.Text;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Tests.Pipeline.Execution;
using FashionPipeline.Tests.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Locks;

public sealed class LockFileTests : IDisposable
{
    private readonly StoreDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_say_one_fact_a_line()
    {
        desk.Code = "c0de";
        var graph = new StageGraph(
        [
            ScriptedStage.Node("train/mlp/1", ["preprocess"], _ => [2], ("training.epochs", "5"), ("seed", "1")),
            ScriptedStage.Node("preprocess", [], _ => [1]),
        ]);

        var text = Encoding.UTF8.GetString(LockFile.Of("quickstart", "garments", graph, desk.Run(graph)).ToBytes());

        Assert.Equal(
            $$"""
            {
              "version": 2,
              "experiment": "quickstart",
              "dataSet": "garments",
              "nodes": {
                "preprocess": {
                  "code": "c0de",
                  "artifacts": {
                    "out": "{{Artifact.Of([1]).Sha256}} 1"
                  }
                },
                "train/mlp/1": {
                  "settings": {
                    "seed": "1",
                    "training.epochs": "5"
                  },
                  "inputs": {
                    "preprocess": "preprocess/out"
                  },
                  "code": "c0de",
                  "artifacts": {
                    "out": "{{Artifact.Of([2]).Sha256}} 1"
                  }
                }
              }
            }

            """,
            text);
    }

    [Fact]
    public void Should_read_back_what_it_writes()
    {
        var graph = new StageGraph([ScriptedStage.Node("a", [], _ => [1], ("seed", "1")),
            ScriptedStage.Node("b", ["a"])]);
        var bytes = LockFile.Of("quickstart", "garments", graph, desk.Run(graph)).ToBytes();

        Assert.Equal(bytes, LockFile.Read(bytes, "lock").ToBytes());
    }

    [Theory]
    [InlineData("""{"experiment": "quickstart", "stages": []}""", "version 1, of an earlier program", "Make it again")]
    [InlineData("""{"version": 3, "nodes": {}}""", "version 3, of a later program", "Update this clone")]
    [InlineData("""{"version": "two"}""", "no lock", "git")]
    [InlineData("""[1, 2]""", "no lock", "git")]
    [InlineData("""{"version": 2, "experiment": """, "damaged", "git")]
    [InlineData("""{"version": 2, "experiment": "quickstart"}""", "damaged", "git")]
    [InlineData("""{"version": 2, "experiment": "q", "dataSet": "q", "nodes": {"train": null}}""", "damaged", "git")]
    [InlineData("""{"version": 2, "experiment": "q", "dataSet": "q", "nodes": {"train": {"artifacts": null}}}""", "damaged", "git")]
    public void Should_refuse_what_is_no_lock_of_this_version_and_say_what_to_do(string file, string fault, string advice)
    {
        var thrown = Assert.Throws<InputException>(() => LockFile.Read(Encoding.UTF8.GetBytes(file), "reports/x/pipeline.lock.json"));

        Assert.All(
            ["reports/x/pipeline.lock.json", fault, advice], part => Assert.Contains(part, thrown.Message, StringComparison.Ordinal));
        Assert.Equal(advice.StartsWith("Update", StringComparison.Ordinal) ? null : Remedy.MakeReport, thrown.Remedy);
    }

    [Fact]
    public void Should_refuse_a_name_that_is_no_text()
    {
        byte[] file = [.. "{\"vers"u8, 0xE9, .. "ion\": 2}"u8];

        var thrown = Assert.Throws<InputException>(() => LockFile.Read(file, "pipeline.lock.json"));

        Assert.Contains("is no lock of an experiment", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_replace_an_earlier_lock_and_a_broken_one_but_not_a_later_one()
    {
        LockFile.RequireReplaceable(desk.Folder["missing.json"]);
        LockFile.RequireReplaceable(Write("""{"stages": []}"""u8));
        LockFile.RequireReplaceable(Write("{"u8));

        Assert.Throws<InputException>(() => LockFile.RequireReplaceable(Write("""{"version": 3}"""u8)));
    }

    private string Write(ReadOnlySpan<byte> file)
    {
        File.WriteAllBytes(desk.Folder[LockFile.FileName], file);
        return desk.Folder[LockFile.FileName];
    }
}
