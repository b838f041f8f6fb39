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
        var settings = new List<(string Name, IFormattable Value)>
        {
            (Epochs, options.Epochs),
            ("training.batch_size", options.BatchSize),
            ("training.learning_rate", options.LearningRate),
            ("training.beta_1", options.Beta1),
            ("training.beta_2", options.Beta2),
            ("training.epsilon", options.Epsilon),
        };
        if (options.WeightDecay != 0)
        {
            settings.Add(("training.weight_decay", options.WeightDecay));
        }

        foreach (var (name, value) in settings)
        {
            yield return KeyValuePair.Create(name, value.ToString(null, CultureInfo.InvariantCulture));
        }

        if (options.Schedule != ScheduleShape.Constant)
        {
            yield return KeyValuePair.Create("training.schedule", SnakeCase.Of(options.Schedule));
        }
    }
}
