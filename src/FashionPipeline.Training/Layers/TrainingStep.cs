using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Training.Layers;

/// <summary>Which step of a training is under way; with the layer's number it decides what is drawn at random.</summary>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Epoch">Epoch, from 1.</param>
/// <param name="Step">Step of the epoch, from 0.</param>
internal readonly record struct TrainingStep(ulong Seed, int Epoch, int Step)
{
    /// <summary>The numbers of a layer in this step.</summary>
    /// <param name="purpose">What they are for.</param>
    /// <param name="layer">The layer's number in the network.</param>
    public RandomStream Stream(RandomPurpose purpose, int layer) =>
        new(Seed, purpose, checked((ushort)layer), checked((uint)Epoch), checked((uint)Step));
}
