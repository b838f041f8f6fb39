using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>An activation as a layer of its own.</summary>
internal sealed class ActivationModule(string name, Activation activation) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => ActivationFunction.Apply(activation, input);
}
