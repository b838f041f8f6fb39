using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>Largest value of each window of [batch, height, width, channels].</summary>
internal sealed class MaxPool2DModule(string name, MaxPool2DLayer layer, Backend backend) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) =>
        MaxPool2DOperation.Apply(input, layer.PoolHeight, layer.PoolWidth, backend);
}
