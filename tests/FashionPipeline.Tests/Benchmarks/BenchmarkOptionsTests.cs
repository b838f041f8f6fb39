using FashionPipeline.Benchmarks;
using FashionPipeline.Foundation.Diagnostics;

namespace FashionPipeline.Tests.Benchmarks;

public sealed class BenchmarkOptionsTests
{
    [Fact]
    public void Should_compare_all_sides_when_nothing_is_typed()
    {
        var options = BenchmarkOptions.Parse([]);

        Assert.Equal([Part.Comparison, Part.Growth], options.Parts);
        Assert.Equal(["ours", "libtorch", "python"], options.Sides.Select(side => side.Name));
        Assert.Equal((3, 1, null), (options.Rounds, options.Jobs, options.Epochs));
    }

    [Fact]
    public void Should_read_parts_sides_and_numbers()
    {
        var options = BenchmarkOptions.Parse(
            ["--part", "epoch", "--part", "comparison", "--sides", "libtorch,ours", "--rounds", "1", "--epochs", "2", "--output", "out"]);

        Assert.Equal([Part.Epoch, Part.Comparison], options.Parts);
        Assert.Equal(["libtorch", "ours"], options.Sides.Select(side => side.Name));
        Assert.Equal((1, 2), (options.Rounds, options.Epochs));
        Assert.Equal(Path.GetFullPath("out"), options.Output);
    }

    [Theory]
    [InlineData("--sides", "ours,torch", "--sides: found 'ours,torch', expected some of ours,libtorch,python, each once, with commas")]
    [InlineData("--sides", "ours,ours", "--sides: found 'ours,ours', expected some of")]
    [InlineData("--sides", "", "--sides: found '', expected some of")]
    [InlineData("--part", "epochs", "--part: found 'epochs', expected kernels, comparison, growth, accuracy or epoch")]
    [InlineData("--rounds", "0", "--rounds: found '0', expected a whole number of 1 or more")]
    [InlineData("--side", "ours", "Unknown argument '--side'")]
    public void Should_refuse_what_it_does_not_know_and_say_how_it_is_used(string option, string value, string message)
    {
        var fault = Assert.Throws<InputException>(() => BenchmarkOptions.Parse([option, value]));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(BenchmarkOptions.Usage, fault.Message, StringComparison.Ordinal);
    }
}
