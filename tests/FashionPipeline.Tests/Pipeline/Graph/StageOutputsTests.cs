using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Graph;

public sealed class StageOutputsTests
{
    private readonly StageOutputs outputs = new("report", ["report.md", "figures/*.png"]);

    [Fact]
    public void Should_take_what_the_node_declares_in_the_order_of_names()
    {
        outputs.Add("report.md", [1]);
        outputs.Add("figures/b.png", [2]);
        outputs.Add("figures/a.png", [3]);

        Assert.Equal(["figures/a.png", "figures/b.png", "report.md"], outputs.Files.Keys);
    }

    [Theory]
    [InlineData("report.pdf")]
    [InlineData("figures/a.svg")]
    [InlineData("figures/../report.png")]
    [InlineData("figures/more/a.png")]
    [InlineData("figures\\a.png")]
    [InlineData("/figures/a.png")]
    [InlineData("../../evil.png")]
    public void Should_refuse_what_it_does_not_declare_and_what_would_leave_its_folder(string name)
    {
        var fault = Assert.Throws<InvalidOperationException>(() => outputs.Add(name, []));

        Assert.Contains($"'{name}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_refuse_an_artifact_that_comes_twice()
    {
        outputs.Add("report.md", [1]);

        Assert.Throws<InvalidOperationException>(() => outputs.Add("report.md", [1]));
    }

    [Fact]
    public void Should_name_what_is_missing_at_the_end() =>
        Assert.Contains("report.md", Assert.Throws<InvalidOperationException>(() => outputs.Files).Message, StringComparison.Ordinal);
}
