using FashionPipeline.Data;
using FashionPipeline.Pipeline.Experiments;
using FashionPipeline.Training;

namespace FashionPipeline.Benchmarks.Growth;

/// <summary>What a workload works on.</summary>
/// <param name="Size">Its size.</param>
/// <param name="Data">Images, at least as many as it asks for.</param>
/// <param name="Experiment">Networks and hyperparameters.</param>
internal sealed record WorkloadInput(int Size, DataSplits Data, Experiment Experiment)
{
    /// <summary>The first training images, and a sixth as many test images, as in the whole data set.</summary>
    public TrainingData First(int images) => new(First(Data.Train, images), First(Data.Test, Math.Max(1, images / 6)));

    /// <summary>The first images.</summary>
    public static LabelledImages First(LabelledImages images, int count) => images with
    {
        Pixels = images.Pixels[..(count * images.ValuesPerImage)],
        Labels = images.Labels[..count],
    };
}
