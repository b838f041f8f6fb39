using FashionPipeline.Data;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Training.Layers;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Pipeline.Experiments.Format;

/// <summary>Every section of the files in <c>experiments/</c> with its keys. The readers know no others, nor does the schema.</summary>
public static class ExperimentFormat
{
    /// <summary>The top of an experiment.</summary>
    public static Section Experiment { get; } = new(
        "experiment", "extends", "title", "description", "data_set", "seeds", "models", "numerics", "training", "selection", "analysis",
        "published");

    /// <summary>An item of <c>models</c>.</summary>
    public static Section Model { get; } = new("model", "name", "title", "input", "layers");

    /// <summary>The kinds of an item of <c>layers</c>.</summary>
    public static Section Layer { get; } = new("layer", [.. LayerKinds.All.Select(kind => kind.Name)]);

    /// <summary>The settings of each kind of layer that has some by name.</summary>
    public static IReadOnlyList<Section> LayerSettings { get; } =
    [
        .. LayerKinds.All
            .Where(kind => kind is { Settings.Count: > 0, HasLongForm: true })
            .Select(kind => new Section(kind.Name, [.. kind.Settings.Select(setting => setting.Name)])),
    ];

    /// <summary>How models are trained.</summary>
    public static Section Training { get; } = new(
        "training", "epochs", "batch_size", "learning_rate", "beta_1", "beta_2", "epsilon", "threads");

    /// <summary>What is computed of the data apart from the models.</summary>
    public static Section Analysis { get; } = new("analysis", "spectral_embedding");

    /// <summary>The settings of the spectral embedding.</summary>
    public static Section SpectralEmbedding { get; } = new("spectral_embedding", "neighbours", "dimensions");

    /// <summary>The numbers of the experiment's source.</summary>
    public static Section Published { get; } = new("published", "citation", "models", "best_model", "label_correct", "confusion_matrix");

    /// <summary>What the source published of one model.</summary>
    public static Section PublishedModel { get; } = new("published_model", "parameters", "training_accuracy", "validation_accuracy");

    /// <summary>The top of a data set.</summary>
    public static Section DataSet { get; } = new("data_set", "title", "licence", "image", "label_names", "sources", "files", "synthetic");

    /// <summary>The size of an image.</summary>
    public static Section Image { get; } = new("image", "height", "width", "channels");

    /// <summary>The files of a published data set: those of one format.</summary>
    public static Section Files { get; } = new(
        "files", [.. DataFormat.All.SelectMany(format => format.Roles).Select(SnakeCase.Of)]);

    /// <summary>One file of a published data set.</summary>
    public static Section File { get; } = new("file", "name", "bytes", "sha256");

    /// <summary>The settings of a generated data set.</summary>
    public static Section Synthetic { get; } = new("synthetic", "seed", "train_count", "test_count");

    /// <summary>All sections.</summary>
    public static IReadOnlyList<Section> Sections { get; } =
    [
        Experiment, Model, Layer, .. LayerSettings, Training, Analysis, SpectralEmbedding, Published, PublishedModel, DataSet, Image,
        Files, File, Synthetic,
    ];

    /// <summary>The settings of a kind of layer.</summary>
    public static Section Of(LayerKind kind) => LayerSettings.Single(section => section.Name == kind.Name);
}
