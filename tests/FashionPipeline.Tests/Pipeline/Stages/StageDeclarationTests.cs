using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Tests.Pipeline.Experiments;

namespace FashionPipeline.Tests.Pipeline.Stages;

/// <summary>What each stage of the source's experiment says that it reads and makes.</summary>
public sealed class StageDeclarationTests
{
    private static readonly StageGraph Shipped = ExperimentGraph.Of(ExperimentLoader.Load("fashion-mnist", [], ShippedFiles.Folder));

    [Theory]
    [InlineData("preprocess", "train.parquet", "test.parquet")]
    [InlineData("train/mlp/12345", "weights.safetensors", "history.json")]
    [InlineData("evaluate/cnn/12345", "predictions.parquet", "confusion.json", "classification.json")]
    [InlineData("select", "selection.json")]
    [InlineData("embed", "embedding.json")]
    public void Should_declare_what_it_makes(string node, params string[] outputs) => Assert.Equal(outputs, Shipped[node].Work.Outputs);

    [Theory]
    [InlineData(
        "preprocess",
        "download/train-images-idx3-ubyte.gz", "download/train-labels-idx1-ubyte.gz",
        "download/t10k-images-idx3-ubyte.gz", "download/t10k-labels-idx1-ubyte.gz")]
    [InlineData("train/mlp/12345", "preprocess/train.parquet", "preprocess/test.parquet")]
    [InlineData("evaluate/cnn/12345", "preprocess/test.parquet", "train/cnn/12345/weights.safetensors")]
    [InlineData("select", "train/mlp/12345/history.json", "train/cnn/12345/history.json")]
    [InlineData("embed", "preprocess/test.parquet")]
    public void Should_declare_what_it_reads(string node, params string[] inputs) => Assert.Equal(
        inputs.Order(StringComparer.Ordinal),
        Shipped[node].Inputs.Values.Select(input => input.ToString()).Order(StringComparer.Ordinal));

    // The published files are data and no result: the report names them by their own digests.
    [Fact]
    public void Should_read_every_result_for_the_report() => Assert.Equal(
        Shipped.Nodes.Where(node => node.Stage is not ("download" or "report"))
            .SelectMany(node => node.Work.Outputs.Select(output => $"{node.Id}/{output}"))
            .Order(StringComparer.Ordinal),
        Shipped["report"].Inputs.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Should_know_lengths_and_digests_of_published_files_before_it_runs()
    {
        var download = Shipped["download"].Work;

        Assert.Equal(download.Outputs.Order(StringComparer.Ordinal), download.Published.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            new Artifact("67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5", 5148),
            download.Published["t10k-labels-idx1-ubyte.gz"]);
        Assert.All(Shipped.Nodes.Where(node => node.Id != "download"), node => Assert.Empty(node.Work.Published));
    }

    [Fact]
    public void Should_go_on_from_shorter_work_in_training_only()
    {
        var growing = Shipped.Nodes.Where(node => node.Work.LengthSetting is not null).ToList();

        Assert.Equal(["train/mlp/12345", "train/cnn/12345"], growing.Select(node => node.Id));
        Assert.All(growing, node => Assert.Contains(new("training.epochs", "5"), node.Work.Settings));
    }

    // What copies and counts is the same on every machine; what adds up floating-point numbers says with what.
    [Fact]
    public void Should_name_the_arithmetic_of_each_stage_that_computes() => Assert.Equal(
        ["train/mlp/12345", "train/cnn/12345", "evaluate/mlp/12345", "evaluate/cnn/12345", "embed", "report"],
        Shipped.Nodes.Where(node => node.Work.Environment is not null).Select(node => node.Id));
}
