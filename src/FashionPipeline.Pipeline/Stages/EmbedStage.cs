using FashionPipeline.Data;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Store;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>The spectral embedding of the test images.</summary>
public static class EmbedStage
{
    /// <summary>Name of the artifact.</summary>
    public const string Embedding = "embedding.json";

    /// <summary>The task.</summary>
    public static StageTask Of(SpectralEmbeddingOptions options, StageRecord preprocessed, Func<DataSplits> data) => new()
    {
        Id = "embed",
        Key = new StageKey()
            .With("test", preprocessed[PreprocessStage.Test])
            .With("analysis.spectral_embedding.neighbours", options.Neighbours)
            .With("analysis.spectral_embedding.dimensions", options.Dimensions)
            .With("code", CodeFingerprint.Of(typeof(SpectralEmbedding).Assembly)),
        Work = () => new Dictionary<string, byte[]>
        {
            [Embedding] = StoreJson.Write(SpectralEmbedding.Compute(data().Test, options, CancellationToken.None)),
        },
    };
}
