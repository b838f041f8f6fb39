using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Training.Loop;

/// <summary>The order in which an epoch takes the images.</summary>
internal static class EpochOrder
{
    /// <summary>All images in the order of an epoch, which is another one in each.</summary>
    /// <param name="seed">Seed of the training.</param>
    /// <param name="epoch">Number of the epoch, from 1.</param>
    /// <param name="images">How many images there are.</param>
    public static int[] Of(ulong seed, int epoch, int images) =>
        new RandomStream(seed, RandomPurpose.Permutation, epoch: (uint)epoch).Permutation(images);
}
