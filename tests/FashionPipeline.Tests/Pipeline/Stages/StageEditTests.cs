using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Tests.Pipeline.Experiments;

namespace FashionPipeline.Tests.Pipeline.Stages;

/// <summary>
/// What an edit of an experiment makes run again of itself. Stages behind those follow where an artifact that they read comes out
/// different.
/// </summary>
public sealed class StageEditTests
{
    private static readonly StageGraph Shipped = Graph();

    [Theory]
    [InlineData("training.epochs=7", "train/mlp/12345", "train/cnn/12345", "report")]
    [InlineData("training.learning_rate=0.01", "train/mlp/12345", "train/cnn/12345", "report")]
    [InlineData("models.mlp.input=raw", "train/mlp/12345", "evaluate/mlp/12345", "report")]
    [InlineData("selection=validation_loss", "select", "report")]
    [InlineData("analysis.spectral_embedding.neighbours=7", "embed", "report")]
    [InlineData("title=Another", "report")]
    [InlineData("published=null", "report")]
    public void Should_run_again_what_an_edit_reaches_and_nothing_else(string edit, params string[] nodes) =>
        Assert.Equal(nodes, Changed(Graph(edit)));

    // Libtorch's numbers depend on its version, the machine and the threads; those of the other stages come from our own kernels.
    [Fact]
    public void Should_run_again_under_another_arithmetic_what_computes_with_it() => Assert.Equal(
        ["train/mlp/12345", "train/cnn/12345", "evaluate/mlp/12345", "evaluate/cnn/12345", "report"], Changed(Graph("numerics=libtorch")));

    [Fact]
    public void Should_count_threads_only_where_they_decide_a_bit()
    {
        Assert.Empty(Changed(Graph("training.threads=3")));
        Assert.NotEqual(
            Graph("numerics=libtorch", "training.threads=3")["train/mlp/12345"].Work.Environment,
            Graph("numerics=libtorch", "training.threads=4")["train/mlp/12345"].Work.Environment);
    }

    [Fact]
    public void Should_not_care_where_published_files_come_from() =>
        Assert.Empty(Changed(ExperimentGraph.Of(ExperimentLoader.Load("fashion-mnist", [], ShippedFiles.Folder), "https://elsewhere/")));

    private static StageGraph Graph(params string[] edits) =>
        ExperimentGraph.Of(ExperimentLoader.Load("fashion-mnist", edits, ShippedFiles.Folder));

    // All that a node adds to its key but the digests of its inputs and of its code.
    private static IEnumerable<string> Changed(StageGraph other) => Shipped.Nodes
        .Where(node => other[node.Id].Work is var work
            && !(work.Settings.SequenceEqual(node.Work.Settings) && work.Environment == node.Work.Environment))
        .Select(node => node.Id);
}
