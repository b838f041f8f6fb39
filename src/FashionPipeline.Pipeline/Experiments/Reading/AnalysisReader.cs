using FashionPipeline.Data;
using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Numerics.Linear;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>analysis</c>: each analysis is a mapping of its settings ({} for the defaults), or false.</summary>
internal static class AnalysisReader
{
    /// <summary>The settings of the embedding; null where the experiment leaves it out.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="dataSet">Its data, which have to fit; null where they are at fault.</param>
    public static SpectralEmbeddingOptions? Read(YamlSection experiment, DataSet? dataSet)
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

        if (dataSet?.Shape.Values > NearestNeighbours.MaxDimensions)
        {
            embedding.Fault($"images of {dataSet.Shape.Description} have {dataSet.Shape.Values} values each; expected "
                + $"{NearestNeighbours.MaxDimensions} at most. Leave the embedding out, or make the images smaller");
        }

        var (section, defaults) = (embedding.Section(ExperimentFormat.SpectralEmbedding), new SpectralEmbeddingOptions());
        return new SpectralEmbeddingOptions
        {
            Neighbours = section?.Integer<int>("neighbours") ?? defaults.Neighbours,
            Dimensions = section?.Integer<int>("dimensions") ?? defaults.Dimensions,
        };
    }
}
