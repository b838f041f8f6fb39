using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>An activation as a layer of its own.</summary>
internal sealed class ActivationModule(string name, ActivationLayer layer, Backend backend) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => ActivationOperation.Apply(input, layer.Function, backend);
}
