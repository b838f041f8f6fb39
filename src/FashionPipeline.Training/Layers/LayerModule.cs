using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>
/// A layer that computes. Tensors are [batch, features] or [batch, height, width, channels], parameters lie in Keras's layouts.
/// The second argument is the step under way, or null outside training.
/// </summary>
internal abstract class LayerModule(string name) : nn.Module<Tensor, TrainingStep?, Tensor>(name)
{
    /// <summary>A parameter of zeros that takes part in training.</summary>
    protected static Parameter Zeros(params long[] shape) => new(zeros(shape, ScalarType.Float32), requires_grad: true);

    /// <summary>Draws a kernel's first weights.</summary>
    protected static void Fill(Parameter kernel, Initialiser initialiser, ulong seed, int layer, int fanIn, int fanOut)
    {
        var stream = new RandomStream(seed, RandomPurpose.Weights, checked((ushort)layer));
        switch (initialiser)
        {
            case Initialiser.GlorotUniform: GlorotUniform.Fill(TensorMemory.Of(kernel), stream, fanIn, fanOut); break;
            case Initialiser.HeNormal: HeNormal.Fill(TensorMemory.Of(kernel), stream, fanIn); break;
            default: throw new ArgumentOutOfRangeException(nameof(initialiser), initialiser, "Unknown initialiser.");
        }
    }

    /// <summary>Fills the kernel from the seed; layers without one do nothing.</summary>
    public virtual void Initialise(ulong seed)
    {
    }
}
