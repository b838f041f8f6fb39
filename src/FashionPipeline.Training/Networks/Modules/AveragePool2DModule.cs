using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>Mean of each window of [batch, height, width, channels].</summary>
internal sealed class AveragePool2DModule(string name, AveragePool2D layer, Operations operations) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => operations.AveragePool2D(input, layer.PoolHeight, layer.PoolWidth);
}
