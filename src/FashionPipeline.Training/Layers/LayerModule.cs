using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// A layer that computes. Tensors are [batch, features] or [batch, height, width, channels], parameters lie in Keras's layouts.
/// The second argument is the step under way, or null outside training.
/// </summary>
internal abstract class LayerModule(string name) : nn.Module<Tensor, TrainingStep?, Tensor>(name)
{
    /// <summary>Fills the kernel from the seed; layers without one do nothing.</summary>
    public virtual void Initialise(ulong seed)
    {
    }
}
