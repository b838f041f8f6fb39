using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>training</c>, of an experiment or of a model.</summary>
internal static class TrainingReader
{
    /// <summary>How models are trained.</summary>
    /// <param name="owner">The section that <c>training</c> stands in, if it does.</param>
    /// <param name="defaults">What is left out.</param>
    /// <param name="hasValidation">Whether the experiment has a validation set of its own.</param>
    public static TrainingOptions Read(YamlSection owner, TrainingOptions defaults, bool hasValidation)
    {
        if (owner.Find("training") is not { } training || training.Section(ExperimentFormat.Training) is not { } section)
        {
            return defaults;
        }

        var options = defaults with
        {
            Epochs = section.Integer<int>("epochs") ?? defaults.Epochs,
            Patience = section.Integer<int>("early_stopping") ?? defaults.Patience,
            BatchSize = section.Integer<int>("batch_size") ?? defaults.BatchSize,
            Optimiser = section.Find("optimiser")?.Choice<OptimiserKind>() ?? defaults.Optimiser,
            LearningRate = section.Number("learning_rate") ?? defaults.LearningRate,
            Schedule = section.Find("schedule")?.Choice<ScheduleShape>() ?? defaults.Schedule,
            WeightDecay = section.Number("weight_decay") ?? defaults.WeightDecay,
            ClipNorm = section.Number("clip_norm") ?? defaults.ClipNorm,
            LabelSmoothing = section.Number("label_smoothing") ?? defaults.LabelSmoothing,
            Momentum = section.Number("momentum") ?? defaults.Momentum,
            IsNesterov = section.Find("nesterov")?.Truth() ?? defaults.IsNesterov,
            Beta1 = section.Number("beta_1") ?? defaults.Beta1,
            Beta2 = section.Number("beta_2") ?? defaults.Beta2,
            Epsilon = section.Number("epsilon") ?? defaults.Epsilon,
            Threads = section.Integer<int>("threads") ?? defaults.Threads,
        };
        if (!hasValidation && options.Patience > 0 && section.Find("early_stopping") is { } stopping)
        {
            stopping.Fault("the experiment has no validation set, so that test images would decide when training ends; "
                + "add validation: {fraction: 0.1}, or leave this out");
        }

        if (options.Optimiser != OptimiserKind.Sgd && (options.Momentum != 0 || options.IsNesterov))
        {
            training.Fault("momentum and nesterov are SGD's, and Adam does not read them; add optimiser: sgd, or leave them out");
        }
        else if (options.IsNesterov && options.Momentum == 0)
        {
            training.Fault("nesterov is a form of the momentum, which is 0; add a momentum such as 0.9");
        }

        return options;
    }
}
