using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>Inverted dropout; outside training the values pass as they are.</summary>
internal sealed class DropoutModule(string name, int index, Dropout layer, Operations operations) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => step is { } current
        ? operations.Dropout(input, layer.Rate, new RandomStream(
            current.Seed, RandomPurpose.Dropout, checked((ushort)index), checked((uint)current.Epoch), checked((uint)current.Step)))
        : input;
}
