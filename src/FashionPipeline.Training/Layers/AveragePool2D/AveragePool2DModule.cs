using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>Mean of each window of [batch, height, width, channels].</summary>
internal sealed class AveragePool2DModule(string name, AveragePool2DLayer layer, Backend backend) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) =>
        AveragePool2DOperation.Apply(input, layer.PoolHeight, layer.PoolWidth, backend);
}
