using System.Globalization;
using FashionPipeline.Data;
using FashionPipeline.Pipeline.Execution;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Provenance;
using FashionPipeline.Pipeline.Store;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Stages;

/// <summary>One model trained with one seed.</summary>
public static class TrainStage
{
    /// <summary>Name of the artifact with the weights.</summary>
    public const string Weights = "weights.safetensors";

    /// <summary>Name of the artifact with the figures of each epoch.</summary>
    public const string History = "history.json";

    /// <summary>The options of one run: the experiment's, with the seed and the model's scaling.</summary>
    public static TrainingOptions Options(Experiment experiment, ExperimentModel model, ulong seed) =>
        experiment.Training with { Seed = seed, Scaling = model.Input };

    /// <summary>The settings of a training, as experiments name them below <c>training</c>.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Settings(TrainingOptions options) => new (string Name, IFormattable Value)[]
    {
        ("epochs", options.Epochs),
        ("batch_size", options.BatchSize),
        ("learning_rate", options.LearningRate),
        ("beta_1", options.Beta1),
        ("beta_2", options.Beta2),
        ("epsilon", options.Epsilon),
    }.Select(setting => KeyValuePair.Create(setting.Name, setting.Value.ToString(null, CultureInfo.InvariantCulture)));

    /// <summary>The layers as components of a key, by their number.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Layers(ExperimentModel model) => model.Network.Layers.Select(
        (layer, index) => KeyValuePair.Create(FormattableString.Invariant($"{index + 1:00}"), layer.ToString()));

    /// <summary>The task.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="model">The model to train.</param>
    /// <param name="seed">The seed to train it with.</param>
    /// <param name="preprocessed">The data's record.</param>
    /// <param name="data">The data.</param>
    /// <param name="checkpointFolder">Where a training that is cut short keeps its state.</param>
    /// <param name="display">Shows the training.</param>
    public static StageTask Of(
        Experiment experiment, ExperimentModel model, ulong seed, StageRecord preprocessed, Func<DataSplits> data, string checkpointFolder, Display display)
    {
        var options = Options(experiment, model, seed);
        var id = FormattableString.Invariant($"train/{model.Name}/{seed}");
        var key = new StageKey()
            .With("train", preprocessed[PreprocessStage.Train])
            .With("validation", preprocessed[PreprocessStage.Test])
            .With("classes", experiment.DataSet.LabelNames.Count)
            .With("model.input", options.Scaling)
            .With("model.layer", Layers(model))
            .With("seed", options.Seed)
            .With("training", Settings(options))
            .With("environment", NumericEnvironment.Of(options))
            .With("code", CodeFingerprint.Of(typeof(Trainer).Assembly));
        return new StageTask { Id = id, Key = key, Work = Train };

        IReadOnlyDictionary<string, byte[]> Train()
        {
            var checkpoint = Path.Combine(checkpointFolder, key.Hash);
            var result = Trainer.Train(
                model.Network, options, data(), experiment.DataSet.LabelNames.Count, checkpoint, display.Training(id), CancellationToken.None);
            File.Delete(checkpoint);
            return new Dictionary<string, byte[]> { [Weights] = result.Weights, [History] = StoreJson.Write(result.History) };
        }
    }
}
