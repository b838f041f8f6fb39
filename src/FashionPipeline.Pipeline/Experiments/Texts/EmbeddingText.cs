using FashionPipeline.Evaluation.Embedding;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>The settings of the spectral embedding, as experiments write them.</summary>
internal static class EmbeddingText
{
    private const string Name = "analysis.spectral_embedding";

    /// <summary>The settings; null stands for an experiment that leaves the embedding out.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(SpectralEmbeddingOptions? options) => options is null
        ? [new(Name, "false")]
        :
        [
            new($"{Name}.neighbours", FormattableString.Invariant($"{options.Neighbours}")),
            new($"{Name}.dimensions", FormattableString.Invariant($"{options.Dimensions}")),
        ];
}
