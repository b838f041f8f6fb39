using FashionPipeline.Numerics.Random;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>A layer without parameters that changes its input in training only, by numbers that no other step or layer has.</summary>
/// <param name="name">The layer's name.</param>
/// <param name="index">Its number in the network.</param>
/// <param name="purpose">What its numbers are for.</param>
/// <param name="function">The output of an input and of the numbers of this step.</param>
internal sealed class RandomModule(string name, int index, RandomPurpose purpose, Func<Tensor, RandomStream, Tensor> function)
    : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) =>
        step is { } current ? function(input, current.Stream(purpose, index)) : input;
}
