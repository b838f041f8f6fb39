using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Provenance.Code;
using FashionPipeline.Pipeline.Stages;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Training.Layers;

namespace FashionPipeline.Tests.Pipeline.Provenance.Code;

/// <summary>What the stages of this very program reach: what must make them run again when it changes, and what must not.</summary>
public sealed class StageCodeTests
{
    [Theory]
    [InlineData(
        typeof(PreprocessStage),
        "FashionPipeline.Data.Idx.IdxReader.Parse", "FashionPipeline.Data.Parquet.ImageParquet.WriteAsync", "package Parquet.Net")]
    [InlineData(
        typeof(TrainStage),
        "FashionPipeline.Numerics.Kernels.Adam.Update", "FashionPipeline.Training.Loop.Trainer.Train", "package TorchSharp",
        "package libtorch", "package Parquet.Net")]
    [InlineData(
        typeof(EvaluateStage),
        "FashionPipeline.Numerics.Kernels.SoftmaxCrossEntropy.Probabilities", "FashionPipeline.Evaluation.Metrics.ConfusionMatrix.Of",
        "package TorchSharp")]
    [InlineData(
        typeof(SelectStage),
        "FashionPipeline.Evaluation.Selection.ModelSelection.Select", "FashionPipeline.Pipeline.Graph.CanonicalJson.Write")]
    [InlineData(
        typeof(EmbedStage),
        "FashionPipeline.Numerics.Linear.NearestNeighbours.Find", "FashionPipeline.Evaluation.Embedding.SpectralEmbedding.Compute")]
    [InlineData(
        typeof(ReportStage),
        "FashionPipeline.Reporting.Pdf.PdfRenderer.ToBytes", "FashionPipeline.Reporting: page.css", "package ScottPlot")]
    public void Should_reach_what_its_results_depend_on(Type stage, params string[] parts) =>
        Assert.All(parts, part => Assert.Contains(part, Listing(stage).Parts.Keys));

    [Theory]
    [InlineData(typeof(TrainStage))]
    [InlineData(typeof(EvaluateStage))]
    public void Should_reach_every_layer_by_the_registry(Type stage)
    {
        var parts = Listing(stage).Parts.Keys.ToHashSet();

        Assert.All(
            typeof(Layer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Layer)) || type.IsSubclassOf(typeof(LayerModule))),
            layer => Assert.Contains(parts, part => part.StartsWith(layer.FullName + ".", StringComparison.Ordinal)));
        Assert.Contains("FashionPipeline.Numerics.Kernels.MaxPool2D.Forward", parts);
    }

    [Theory]
    [InlineData(
        typeof(PreprocessStage),
        "FashionPipeline.Download.", "FashionPipeline.Training.", "FashionPipeline.Evaluation.", "FashionPipeline.Reporting.",
        "FashionPipeline.Pipeline.Store.")]
    [InlineData(
        typeof(TrainStage),
        "FashionPipeline.Download.", "FashionPipeline.Data.Idx.", "FashionPipeline.Evaluation.", "FashionPipeline.Reporting.",
        "FashionPipeline.Numerics.Linear.", "FashionPipeline.Pipeline.Store.", "FashionPipeline.Pipeline.Execution.",
        "FashionPipeline.Pipeline.Experiments.Yaml.", "QuestPDF.")]
    [InlineData(
        typeof(EvaluateStage),
        "FashionPipeline.Numerics.Kernels.Adam.", "FashionPipeline.Training.Loop.Trainer.", "FashionPipeline.Reporting.",
        "FashionPipeline.Pipeline.Store.")]
    [InlineData(
        typeof(SelectStage),
        "FashionPipeline.Numerics.Kernels.", "FashionPipeline.Numerics.Linear.", "FashionPipeline.Numerics.Random.",
        "FashionPipeline.Data.", "FashionPipeline.Training.Loop.Trainer.", "FashionPipeline.Reporting.",
        "package ")]
    [InlineData(
        typeof(ReportStage),
        "FashionPipeline.Download.", "FashionPipeline.Training.Loop.Trainer.", "FashionPipeline.Numerics.Kernels.Adam.",
        "FashionPipeline.Pipeline.Store.", "FashionPipeline.Pipeline.Experiments.Yaml.", "FashionPipeline.Pipeline.Reports.")]
    public void Should_not_reach_what_cannot_change_them(Type stage, params string[] beginnings) => Assert.All(
        beginnings,
        beginning => Assert.DoesNotContain(Listing(stage).Parts.Keys, part => part.StartsWith(beginning, StringComparison.Ordinal)));

    [Theory]
    [InlineData(typeof(TrainStage))]
    [InlineData(typeof(ReportStage))]
    public void Should_never_count_the_foundation(Type stage) =>
        Assert.DoesNotContain(Listing(stage).Parts.Keys, part => part.StartsWith("FashionPipeline.Foundation", StringComparison.Ordinal));

    [Fact]
    public void Should_find_the_same_code_again_and_in_another_store()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();

        Assert.Equal(Fingerprint(one, typeof(SelectStage)), Fingerprint(one, typeof(SelectStage)));
        Assert.Equal(Fingerprint(one, typeof(SelectStage)), Fingerprint(other, typeof(SelectStage)));
    }

    [Fact]
    public void Should_not_trust_a_note_of_a_listing_that_is_not_there()
    {
        using var folder = new TemporaryFolder();
        var fingerprint = Fingerprint(folder, typeof(SelectStage));
        var note = folder.Files.Single(file => file.StartsWith("code/", StringComparison.Ordinal));
        File.WriteAllText(folder[note], new string('0', 64));

        Assert.Equal(fingerprint, Fingerprint(folder, typeof(SelectStage)));
    }

    private static string Fingerprint(TemporaryFolder folder, Type stage)
    {
        var layout = new StoreLayout(folder.Path);
        var fingerprints = new CodeFingerprints(CompiledProgram.Running, layout, new(layout), [stage]);
        return fingerprints.Of(stage);
    }

    private static CodeListing Listing(Type stage)
    {
        using var folder = new TemporaryFolder();
        var layout = new StoreLayout(folder.Path);
        var fingerprints = new CodeFingerprints(CompiledProgram.Running, layout, new(layout), [stage]);
        return CodeListing.Of(new BlobStore(layout).Find(fingerprints.Of(stage))!);
    }
}
