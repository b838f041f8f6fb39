using FashionPipeline.Pipeline.Graph;

namespace FashionPipeline.Tests.Pipeline.Graph;

public sealed class StageInputsTests
{
    private readonly StageInputs inputs = new(
        "train/mlp/1", new Dictionary<string, Artifact> { ["train"] = Artifact.Of([1, 2]) }, _ => [1, 2]);

    [Fact]
    public void Should_serve_what_the_node_declares() => Assert.Equal([1, 2], inputs.Read("train"));

    [Fact]
    public void Should_refuse_an_input_that_the_node_does_not_declare_by_the_names_of_both()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => inputs.Read("labels"));

        Assert.All(
            ["train/mlp/1", "'labels'", "It declares: train"], part => Assert.Contains(part, fault.Message, StringComparison.Ordinal));
    }
}
