using System.Globalization;
using FashionPipeline.Foundation.Names;
using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Experiments.Texts;

/// <summary>How a model is trained, as experiments write it below <c>training</c>.</summary>
internal static class TrainingText
{
    /// <summary>Name of the setting that is the number of epochs.</summary>
    public const string Epochs = "training.epochs";

    /// <summary>
    /// The settings that decide a result under any arithmetic; threads are a part of the numeric environment. Those that change nothing
    /// at their defaults are left out there.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(TrainingOptions options)
    {
        var unchanged = Optional(new TrainingOptions()).ToDictionary();
        return [.. Always(options), .. Optional(options).Where(setting => unchanged[setting.Key] != setting.Value)];
    }

    /// <summary>The settings that decide a result under any arithmetic, all of them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> All(TrainingOptions options) => [.. Always(options), .. Optional(options)];

    private static IEnumerable<KeyValuePair<string, string>> Always(TrainingOptions options) =>
    [
        new(Epochs, Text(options.Epochs)),
        new("training.batch_size", Text(options.BatchSize)),
        new("training.learning_rate", Text(options.LearningRate)),
        new("training.beta_1", Text(options.Beta1)),
        new("training.beta_2", Text(options.Beta2)),
        new("training.epsilon", Text(options.Epsilon)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Optional(TrainingOptions options) =>
    [
        new("training.weight_decay", Text(options.WeightDecay)),
        new("training.clip_norm", Text(options.ClipNorm)),
        new("training.label_smoothing", Text(options.LabelSmoothing)),
        new("training.schedule", SnakeCase.Of(options.Schedule)),
        new("training.optimiser", SnakeCase.Of(options.Optimiser)),
        new("training.early_stopping", Text(options.Patience)),
        new("training.momentum", Text(options.Momentum)),
        new("training.nesterov", YamlText.Of(options.IsNesterov)),
    ];

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
