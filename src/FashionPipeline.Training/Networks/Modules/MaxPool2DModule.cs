using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>Largest value of each window of [batch, height, width, channels].</summary>
internal sealed class MaxPool2DModule(string name, MaxPool2D layer, Operations operations) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => operations.MaxPool2D(input, layer.PoolHeight, layer.PoolWidth);
}
