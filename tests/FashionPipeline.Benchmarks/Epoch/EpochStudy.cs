using System.Globalization;
using FashionPipeline.Benchmarks.Kernels;
using FashionPipeline.Benchmarks.Results;
using FashionPipeline.Data;
using FashionPipeline.Pipeline.Experiments.Reading;
using FashionPipeline.Training;
using FashionPipeline.Training.Loop;
using FashionPipeline.Training.Networks;

namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>Takes the time of an epoch of each model apart, and writes <c>epoch.md</c>.</summary>
internal static class EpochStudy
{
    private const int UsualEpochs = 3;

    public static void Run(BenchmarkOptions options, ResultsFolder results)
    {
        var experiment = ExperimentLoader.Load("fashion-mnist", [], Repository.PathOf("experiments"));
        var (train, test) = RealData.Read(experiment.DataSet, options.Mirror);
        var data = new TrainingData(train, test);
        var epochs = options.Epochs ?? UsualEpochs;
        var peak = FmaPeak.MeasureGigaflops(Machine.Cores);
        var costs = new List<EpochCost>();
        foreach (var model in experiment.Models)
        {
            var training =
                experiment.Training with { Epochs = epochs + 1, Scaling = model.Input, Numerics = Arithmetic.Portable };
            costs.Add(Measure(model.Network, training, data, experiment.DataSet.LabelNames.Count));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{model.Name}  an epoch {costs[^1].Whole.Median:0.000} s, its kernels {costs[^1].KernelSeconds:0.000} s"));
        }

        results.Write("epoch.md", EpochReport.Markdown(costs, epochs, peak, Machine.Describe()));
    }

    /// <summary>
    /// Trains a network twice, an epoch by the trainer and then one by the kernels alone: what the machine loses or gains meanwhile meets
    /// both alike. The first epoch of each warms up.
    /// </summary>
    /// <exception cref="InvalidOperationException">The two did not do the same.</exception>
    public static EpochCost Measure(Network network, TrainingOptions options, TrainingData data, int classes)
    {
        var replay = new EpochReplay(network, options, data);
        var replayed = new List<(EpochMetrics Metrics, IReadOnlyList<OperationTime> Times)>();
        var clock = new EpochClock(() => replayed.Add(replay.Next()));
        var history = Trainer.Train(network, options, data, classes, progress: clock).History;
        if (!history.SequenceEqual(replayed.Select(epoch => epoch.Metrics)))
        {
            throw new InvalidOperationException(
                $"{network.Name}: the kernels alone reach other metrics than the trainer, so they are not all that it runs.\n"
                + $"trainer: {history[0]}\nkernels: {replayed[0].Metrics}");
        }

        var measured = replayed.Skip(1).Select(epoch => epoch.Times).ToList();
        var operations = measured[0].Select((operation, i) =>
            operation with { Seconds = MedianAndRange.Of(measured.Select(times => times[i].Seconds)).Median });
        return new EpochCost(network.Name, [.. operations], MedianAndRange.Of(clock.Seconds.Skip(1)));
    }
}
