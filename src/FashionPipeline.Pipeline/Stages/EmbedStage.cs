using FashionPipeline.Data.Parquet;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Pipeline.Experiments.Texts;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Pipeline.Provenance;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>The spectral embedding of the test images.</summary>
public sealed record EmbedStage : IStage
{
    /// <summary>Name of the input with the test images.</summary>
    public const string TestInput = "test";

    /// <summary>Name of the artifact.</summary>
    public const string Embedding = "embedding.json";

    /// <summary>How the images are embedded.</summary>
    public required SpectralEmbeddingOptions Options { get; init; }

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Settings => EmbeddingText.Of(Options);

    /// <inheritdoc/>
    public IReadOnlyList<string> Outputs => [Embedding];

    /// <inheritdoc/>
    public string? Environment => NumericEnvironment.Portable;

    /// <inheritdoc/>
    public void Run(StageInputs inputs, StageOutputs outputs, StageContext context) => outputs.Add(
        Embedding, CanonicalJson.Write(SpectralEmbedding.Compute(ImageParquet.Read(inputs.Read(TestInput)), Options)));
}
