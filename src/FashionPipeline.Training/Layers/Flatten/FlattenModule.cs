using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>[batch, height, width, channels] -> [batch, features], channels fastest.</summary>
internal sealed class FlattenModule(string name) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step) => input.reshape(input.shape[0], -1);
}
