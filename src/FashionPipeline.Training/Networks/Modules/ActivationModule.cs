using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>An activation as a layer of its own.</summary>
internal sealed class ActivationModule(string name, ActivationLayer layer, Operations operations) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => operations.Activate(input, layer.Function);
}
