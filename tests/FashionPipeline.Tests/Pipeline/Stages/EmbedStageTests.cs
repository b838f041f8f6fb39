using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Foundation.Diagnostics;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Stages;

namespace FashionPipeline.Tests.Pipeline.Stages;

public sealed class EmbedStageTests : IDisposable
{
    private static readonly EmbedStage Stage = new() { Options = new SpectralEmbeddingOptions { Neighbours = 4, Dimensions = 2 } };

    private readonly StageDesk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Should_declare_how_the_images_are_embedded_and_portable_arithmetic()
    {
        Assert.Equal(["analysis.spectral_embedding.neighbours: 4", "analysis.spectral_embedding.dimensions: 2"], StageDesk.Settings(Stage));
        Assert.Equal(NumericEnvironment.Portable, ((IStage)Stage).Environment);
    }

    [Fact]
    public void Should_embed_each_test_image()
    {
        var made = desk.Run(Stage, Images());

        Assert.Equal(["embedding.json"], made.Keys);
        Assert.Equal(["test"], desk.Read);
        var embedding = CanonicalJson.Read<SpectralEmbeddingResult>(made["embedding.json"]);
        Assert.Equal((2, 40, 3), (embedding.Dimensions, embedding.Coordinates.Length, embedding.Eigenvalues.Count));
    }

    [Fact]
    public void Should_say_that_there_are_too_few_images_for_the_neighbours() =>
        Assert.Contains(
            "21",
            Assert.Throws<InputException>(() => desk.Run(new EmbedStage { Options = new() { Neighbours = 21 } }, Images())).Message,
            StringComparison.Ordinal);

    private static Dictionary<string, byte[]> Images() => new() { ["test"] = SmallExperiment.Parquet(SmallExperiment.Train) };
}
