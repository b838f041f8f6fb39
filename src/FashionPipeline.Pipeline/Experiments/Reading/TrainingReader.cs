using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>training</c>; what is left out has the defaults of <see cref="TrainingOptions"/>.</summary>
internal static class TrainingReader
{
    public static TrainingOptions Read(YamlSection experiment)
    {
        var defaults = new TrainingOptions();
        return experiment.Find("training")?.Section(ExperimentFormat.Training) is not { } section ? defaults : defaults with
        {
            Epochs = section.Integer<int>("epochs") ?? defaults.Epochs,
            BatchSize = section.Integer<int>("batch_size") ?? defaults.BatchSize,
            LearningRate = section.Number("learning_rate") ?? defaults.LearningRate,
            Schedule = section.Find("schedule")?.Choice<ScheduleShape>() ?? defaults.Schedule,
            WeightDecay = section.Number("weight_decay") ?? defaults.WeightDecay,
            Beta1 = section.Number("beta_1") ?? defaults.Beta1,
            Beta2 = section.Number("beta_2") ?? defaults.Beta2,
            Epsilon = section.Number("epsilon") ?? defaults.Epsilon,
            Threads = section.Integer<int>("threads") ?? defaults.Threads,
        };
    }
}
