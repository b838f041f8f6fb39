using FashionPipeline.Pipeline.Store;
using FashionPipeline.Tests.Pipeline.Execution;
using FashionPipeline.Tests.Pipeline.Graph;
using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Store;

public sealed class StoreVerificationTests : IDisposable
{
    private readonly StoreDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_find_nothing_in_a_store_that_is_well() =>
        Assert.Empty(VerificationAfter(() => { }).Faults);

    // Damage of any kind, with the file's old time: nothing but reading it can tell.
    [Theory]
    [InlineData("flipped")]
    [InlineData("truncated")]
    [InlineData("emptied")]
    [InlineData("zeroed")]
    [InlineData("deleted")]
    public void Should_find_every_damaged_file_and_let_the_next_run_make_it_again(string kind)
    {
        var graph = Graph();
        var results = desk.Run(graph);
        var files = new[] { desk.Store.Layout.Blobs, desk.Store.Layout.Records }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).ToList();

        Assert.All(files, file =>
        {
            Damage(file, kind);

            var found = StoreVerification.Of(desk.Store.Layout.Folder, _ => { });

            Assert.Equal(kind == "deleted" && file.EndsWith(".json", StringComparison.Ordinal) ? 0 : 1, found.Faults.Count);
            Assert.Equal(results["b"].Outputs, desk.Run(graph)["b"].Outputs);
            Assert.Empty(StoreVerification.Of(desk.Store.Layout.Folder, _ => { }).Faults);
        });
    }

    [Fact]
    public void Should_find_a_damaged_checkpoint()
    {
        var found = VerificationAfter(() =>
        {
            Directory.CreateDirectory(desk.Store.Layout.Unfinished);
            File.WriteAllText(desk.Store.Layout.UnfinishedWork("abc"), "no checkpoint");
        });

        Assert.StartsWith("corrupt checkpoint abc", Assert.Single(found.Faults), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(desk.Store.Layout.Unfinished));
    }

    private StoreVerification VerificationAfter(Action change)
    {
        desk.Run(Graph());
        change();
        return StoreVerification.Of(desk.Store.Layout.Folder, _ => { });
    }

    private static StageGraph Graph() => new(
        [ScriptedStage.Node("a", [], _ => [7, 7, 7]), ScriptedStage.Node("b", ["a"], inputs => [.. inputs.Read("a"), 8])]);

    private static void Damage(string file, string kind)
    {
        if (kind == "deleted")
        {
            File.Delete(file);
            return;
        }

        var (bytes, time) = (File.ReadAllBytes(file), File.GetLastWriteTimeUtc(file));
        File.WriteAllBytes(file, kind switch
        {
            "flipped" => [(byte)(bytes[0] ^ 1), .. bytes[1..]],
            "truncated" => bytes[..(bytes.Length / 2)],
            "zeroed" => new byte[bytes.Length],
            _ => [],
        });
        File.SetLastWriteTimeUtc(file, time);
    }
}
