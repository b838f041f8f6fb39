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
        if (experiment.Find("training") is not { } node
            || YamlSection.Open(node, ExperimentFormat.Training, "training", experiment.Faults) is not { } section)
        {
            return defaults;
        }

        return defaults with
        {
            Epochs = section.Integer("epochs", defaults.Epochs, 1, int.MaxValue),
            BatchSize = section.Integer("batch_size", defaults.BatchSize, 1, int.MaxValue),
            LearningRate = section.Positive("learning_rate", defaults.LearningRate),
            Beta1 = section.BelowOne("beta_1", defaults.Beta1),
            Beta2 = section.BelowOne("beta_2", defaults.Beta2),
            Epsilon = section.Positive("epsilon", defaults.Epsilon),
            Threads = section.Integer("threads", defaults.Threads, 1, MaximumThreads),
        };
    }
}
