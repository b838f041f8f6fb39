using FashionPipeline.Pipeline.Experiments.Format;
using FashionPipeline.Pipeline.Experiments.Yaml;
using FashionPipeline.Training;

namespace FashionPipeline.Pipeline.Experiments.Reading;

/// <summary>Reads <c>training</c>; what is left out has the defaults of <see cref="TrainingOptions"/>.</summary>
internal static class TrainingReader
{
    private const int MaximumThreads = 1024;

    public static TrainingOptions Read(YamlSection experiment)
    {
        var defaults = new TrainingOptions();
        return experiment.Find("training")?.Section(ExperimentFormat.Training) is not { } section ? defaults : defaults with
        {
            Epochs = section.Find("epochs")?.Count() ?? defaults.Epochs,
            BatchSize = section.Find("batch_size")?.Count() ?? defaults.BatchSize,
            LearningRate = section.Find("learning_rate")?.Number(number => number is > 0 and <= 1, "more than 0 and up to 1")
                ?? defaults.LearningRate,
            Beta1 = BelowOne(section.Find("beta_1")) ?? defaults.Beta1,
            Beta2 = BelowOne(section.Find("beta_2")) ?? defaults.Beta2,
            Epsilon = Positive(section.Find("epsilon")) ?? defaults.Epsilon,
            Threads = section.Find("threads")?.Integer(1, MaximumThreads) ?? defaults.Threads,
        };
    }

    private static double? Positive(YamlValue? value) => value?.Number(number => number > 0, "more than 0");

    private static double? BelowOne(YamlValue? value) => value?.Number(number => number is >= 0 and < 1, "from 0 up to, not including, 1");
}
