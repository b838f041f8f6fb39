using System.Globalization;
using FashionPipeline.Benchmarks.Results;
using FashionPipeline.Data;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Benchmarks.Accuracy;

/// <summary>
/// Trains the experiment's models with several seeds on portable and on libtorch's arithmetic, and writes <c>accuracy.md</c>.
/// </summary>
internal static class AccuracyStudy
{
    private static readonly ulong[] Seeds = [12345, 1, 2, 3, 4];

    public static void Run(BenchmarkOptions options, ResultsFolder results)
    {
        var experiment = ExperimentLoader.Load("fashion-mnist", [], Repository.PathOf("experiments"));
        var (train, test) = RealData.Read(experiment.DataSet, options.Mirror);
        var data = new TrainingData(train, test);
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("# Accuracy with portable and with libtorch's arithmetic\n");
        text.WriteLine($"The experiment `fashion-mnist`, {experiment.Training.Epochs} epochs, seeds {string.Join(", ", Seeds)}: mean ± "
            + "standard deviation over the seeds, then each seed.");
        text.WriteLine("The last column is the distance of the two means in standard deviations of libtorch's.\n");
        text.WriteLine("| model | accuracy | portable | libtorch | distance |");
        text.WriteLine("|---|---|---|---|---:|");
        foreach (var model in experiment.Models)
        {
            var portable = Train(experiment, model, data, Arithmetic.Portable);
            var libtorch = Train(experiment, model, data, Arithmetic.Libtorch);
            foreach (var (name, accuracy) in Accuracies)
            {
                var (ours, theirs) = (new Sample([.. portable.Select(accuracy)]), new Sample([.. libtorch.Select(accuracy)]));
                var distance = Math.Abs(ours.Mean - theirs.Mean) / theirs.StandardDeviation;
                text.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"| {model.Name} | {name} | {ours} | {theirs} | {distance:0.0} |"));
            }
        }

        text.WriteLine();
        text.WriteLine($"- Machine of libtorch's numbers: {Machine.Describe().TrimEnd('.')}, {experiment.Training.Threads} threads. "
            + "Portable numbers are the same on any.");
        results.Write("accuracy.md", text.ToString());
    }

    private static (string Name, Func<EpochMetrics, double> Of)[] Accuracies =>
        [("training", metrics => metrics.Accuracy), ("validation", metrics => metrics.ValidationAccuracy)];

    private static List<EpochMetrics> Train(Experiment experiment, ExperimentModel model, TrainingData data, Arithmetic numerics)
    {
        var last = new List<EpochMetrics>();
        foreach (var seed in Seeds)
        {
            var options = experiment.Training with { Seed = seed, Scaling = model.Input, Numerics = numerics };
            last.Add(Trainer.Train(model.Network, options, data, experiment.DataSet.LabelNames.Count).History[^1]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{model.Name}, {numerics}, seed {seed}: {last[^1].Accuracy:0.0000} / {last[^1].ValidationAccuracy:0.0000}"));
        }

        return last;
    }
}
