using System.Text.Json.Serialization;
using FashionPipeline.Data;
using FashionPipeline.Pipeline.Graph;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Exports;

/// <summary>
/// What weights alone do not say: where they come from, the layers, the classes. Keys that Hugging Face has a name for bear it
/// (huggingface.co/docs/transformers/main_classes/configuration).
/// </summary>
internal sealed record ModelConfig
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "config.json";

    /// <summary>Name of the experiment or the variant.</summary>
    [JsonPropertyName("experiment")]
    public required string Experiment { get; init; }

    /// <summary>Name of the model.</summary>
    [JsonPropertyName("model")]
    public required string Model { get; init; }

    /// <summary>The seed that it was trained with.</summary>
    [JsonPropertyName("seed")]
    public required ulong Seed { get; init; }

    /// <summary>SHA-256 of the weights, in hexadecimal: the artifact that training made.</summary>
    [JsonPropertyName("weights_sha256")]
    public required string Weights { get; init; }

    /// <summary>Rows and columns of an image.</summary>
    [JsonPropertyName("image_size")]
    public required IReadOnlyList<int> ImageSize { get; init; }

    /// <summary>Values of a pixel: 1 (grey) or 3 (red, green, blue).</summary>
    [JsonPropertyName("num_channels")]
    public required int Channels { get; init; }

    /// <summary>Name of each class by its number, from 0.</summary>
    [JsonPropertyName("id2label")]
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Number of each class by its name.</summary>
    [JsonPropertyName("label2id")]
    public required IReadOnlyDictionary<string, int> Numbers { get; init; }

    /// <summary>The layers in the words of experiments, input first.</summary>
    [JsonPropertyName("layers")]
    public required IReadOnlyList<string> Layers { get; init; }

    /// <summary>
    /// True where the probabilities are those of the mean of the logits of an image and of its mirror image; left out where not.
    /// </summary>
    [JsonPropertyName("test_time_flip")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsFlippedInTest { get; init; }

    /// <summary>The file of a trained network.</summary>
    /// <param name="experiment">Name of the experiment or the variant.</param>
    /// <param name="network">The network.</param>
    /// <param name="seed">The seed that it was trained with.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="dataSet">What it was trained on.</param>
    public static ModelConfig Of(string experiment, Network network, ulong seed, Artifact weights, DataSet dataSet) => new()
    {
        Experiment = experiment,
        Model = network.Name,
        Seed = seed,
        Weights = weights.Sha256,
        ImageSize = [dataSet.Height, dataSet.Width],
        Channels = dataSet.Channels,
        Names = new OrderedDictionary<string, string>(dataSet.LabelNames.Index()
            .Select(label => KeyValuePair.Create(FormattableString.Invariant($"{label.Index}"), label.Item))),
        Numbers = new OrderedDictionary<string, int>(dataSet.LabelNames.Index()
            .Select(label => KeyValuePair.Create(label.Item, label.Index))),
        Layers = [.. network.Layers.Select(layer => layer.Text)],
        IsFlippedInTest = network.IsFlippedInTest,
    };
}
