using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>analysis</c>: each analysis is a mapping of its settings ({} for the defaults), or false.</summary>
internal static class AnalysisReader
{
    public static SpectralEmbeddingOptions? Read(YamlSection experiment)
    {
        if (experiment.Find("analysis") is not { } node
            || YamlSection.Open(node, ExperimentFormat.Analysis, "analysis", experiment.Faults) is not { } analysis
            || analysis.Find("spectral_embedding") is not { } embedding
            || embedding is YamlScalar { IsPlain: true, Text: "false" })
        {
            return null;
        }

        if (embedding is not YamlMapping)
        {
            return analysis.Faults.Wrong<SpectralEmbeddingOptions>(
                embedding, analysis.Name("spectral_embedding"), "settings (neighbours, dimensions), {} for the defaults, or false");
        }

        var defaults = new SpectralEmbeddingOptions();
        return YamlSection.Open(embedding, ExperimentFormat.SpectralEmbedding, analysis.Name("spectral_embedding"), analysis.Faults) is { } section
            ? new SpectralEmbeddingOptions
            {
                Neighbours = section.Integer("neighbours", defaults.Neighbours, 2, int.MaxValue),
                Dimensions = section.Integer("dimensions", defaults.Dimensions, 1, int.MaxValue),
            }
            : null;
    }
}
