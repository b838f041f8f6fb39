using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>Inverted dropout; outside training the values pass as they are.</summary>
internal sealed class DropoutModule(string name, int index, DropoutLayer layer, Backend backend) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => step is { } current
        ? DropoutOperation.Apply(input, layer.Rate, Stream(current), backend)
        : input;

    private RandomStream Stream(TrainingStep current) =>
        new(current.Seed, RandomPurpose.Dropout, checked((ushort)index), checked((uint)current.Epoch), checked((uint)current.Step));
}
