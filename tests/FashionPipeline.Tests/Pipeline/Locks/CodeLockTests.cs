using System.Text;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Locks;
using FashionPipeline.Pipeline.Provenance.Code;

namespace FashionPipeline.Tests.Pipeline.Locks;

public sealed class CodeLockTests
{
    [Fact]
    public void Should_say_a_part_a_line_behind_the_stages_that_reach_it_and_give_each_stage_its_own()
    {
        var train = Listing(("Kernels.Adam.Update", new('a', 64)), ("package TorchSharp", "0.107.0"), ("Relu.Forward", new('b', 64)));
        var evaluate = Listing(("package TorchSharp", "0.107.0"), ("Relu.Forward", new('b', 64)));

        var bytes = CodeLock.Of(new Dictionary<string, CodeListing> { ["train"] = train, ["evaluate"] = evaluate }).ToBytes();

        Assert.Equal(
            """
            {
              "parts": {
                "evaluate, train": {
                  "Relu.Forward": "bbbbbbbbbbbb",
                  "package TorchSharp": "0.107.0"
                },
                "train": {
                  "Kernels.Adam.Update": "aaaaaaaaaaaa"
                }
              }
            }

            """,
            Encoding.UTF8.GetString(bytes));
        var read = CodeLock.Read(bytes, "code.lock.json");
        Assert.Equal(train.Parts.Keys, read.ListingOf("train").Parts.Keys);
        Assert.Equal(evaluate.Parts.Keys, read.ListingOf("evaluate").Parts.Keys);
    }

    [Theory]
    [InlineData("""{"parts": 1}""")]
    [InlineData("""{"parts": null}""")]
    [InlineData("""{"parts": {"train": null}}""")]
    public void Should_refuse_a_damaged_file_by_its_name(string file) => Assert.Contains(
        "reports/quickstart/code.lock.json is damaged",
        Assert.Throws<InputException>(() => CodeLock.Read(Encoding.UTF8.GetBytes(file), "reports/quickstart/code.lock.json")).Message,
        StringComparison.Ordinal);

    private static CodeListing Listing(params (string Name, string Value)[] parts) =>
        new(new(parts.ToDictionary(part => part.Name, part => part.Value), StringComparer.Ordinal));
}
