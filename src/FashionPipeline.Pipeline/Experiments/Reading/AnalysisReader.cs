using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>analysis</c>: each analysis is a mapping of its settings ({} for the defaults), or false.</summary>
internal static class AnalysisReader
{
    public static SpectralEmbeddingOptions? Read(YamlSection experiment)
    {
        if (experiment.Find("analysis")?.Section(ExperimentFormat.Analysis)?.Find("spectral_embedding") is not { } embedding
            || embedding.Node is YamlScalar { IsPlain: true, Text: "false" or "False" or "FALSE" })
        {
            return null;
        }

        if (embedding.Node is not YamlMapping)
        {
            return embedding.Wrong<SpectralEmbeddingOptions>("settings (neighbours, dimensions), {} for the defaults, or false");
        }

        var (section, defaults) = (embedding.Section(ExperimentFormat.SpectralEmbedding), new SpectralEmbeddingOptions());
        return new SpectralEmbeddingOptions
        {
            Neighbours = section?.Integer<int>("neighbours") ?? defaults.Neighbours,
            Dimensions = section?.Integer<int>("dimensions") ?? defaults.Dimensions,
        };
    }
}
