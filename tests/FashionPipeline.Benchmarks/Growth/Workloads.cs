using FashionPipeline.Evaluation.Embedding;
using FashionPipeline.Numerics.Linear;
using FashionPipeline.Training.Loop;

namespace FashionPipeline.Benchmarks.Growth;

/// <summary>What is done at each size.</summary>
internal static class Workloads
{
    private const int ImagesOfARun = 3_000;
    private const int OtherNeighbours = 4;

    /// <summary>One epoch of a model of the experiment, with its validation.</summary>
    public static void Train(WorkloadInput input, string model, int images) => Train(input, model, images, seed: 1);

    /// <summary>As many runs of the dense network as the input's size says, each with a seed of its own.</summary>
    public static void TrainRuns(WorkloadInput input, int jobs) => Parallel.For(
        1, input.Size + 1, new ParallelOptions { MaxDegreeOfParallelism = jobs }, seed => Train(input, "mlp", ImagesOfARun, (ulong)seed));

    /// <summary>The four nearest neighbours of each point.</summary>
    public static void FindNeighbours(WorkloadInput input, int points)
    {
        var images = WorkloadInput.First(input.Data.Train, points);
        NearestNeighbours.Find(images.Pixels, images.ValuesPerImage, OtherNeighbours, new ParallelOptions());
    }

    /// <summary>The experiment's embedding.</summary>
    public static void Embed(WorkloadInput input, int points) =>
        SpectralEmbedding.Compute(WorkloadInput.First(input.Data.Train, points), input.Experiment.Embedding!);

    private static void Train(WorkloadInput input, string name, int images, ulong seed)
    {
        var model = input.Experiment.Models.Single(model => model.Name == name);
        var options =
            input.Experiment.Training with { Epochs = 1, Seed = seed, Scaling = model.Input, Threads = Environment.ProcessorCount };
        Trainer.Train(model.Network, options, input.First(images), input.Experiment.DataSet.LabelNames.Count);
    }
}
