using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>A layer with a kernel [..., in, out] and a bias [out].</summary>
internal sealed class WeightedModule : LayerModule
{
    private readonly Parameter kernel;
    private readonly Parameter bias;
    private readonly int index;
    private readonly Initialiser initialiser;
    private readonly Func<Tensor, Tensor, Tensor, Tensor> function;

    /// <param name="name">The layer's name.</param>
    /// <param name="index">Its number in the network, which decides its first weights.</param>
    /// <param name="shape">Shape of the kernel.</param>
    /// <param name="initialiser">What the kernel starts from.</param>
    /// <param name="function">The output of an input, the kernel and the bias.</param>
    public WeightedModule(string name, int index, long[] shape, Initialiser initialiser, Func<Tensor, Tensor, Tensor, Tensor> function)
        : base(name)
    {
        (this.index, this.initialiser, this.function) = (index, initialiser, function);
        kernel = new Parameter(zeros(shape, ScalarType.Float32), requires_grad: true);
        bias = new Parameter(zeros(shape[^1], ScalarType.Float32), requires_grad: true);
        RegisterComponents();
    }

    public override void Initialise(ulong seed)
    {
        var stream = new RandomStream(seed, RandomPurpose.Weights, checked((ushort)index));
        var weights = TensorMemory.Of(kernel);
        var (fanIn, fanOut) = (weights.Length / (int)kernel.shape[^1], weights.Length / (int)kernel.shape[^2]);
        switch (initialiser)
        {
            case Initialiser.GlorotUniform: GlorotUniform.Fill(weights, stream, fanIn, fanOut); break;
            case Initialiser.HeNormal: HeNormal.Fill(weights, stream, fanIn); break;
            default: throw new InvalidOperationException($"Unknown initialiser: {initialiser}.");
        }
    }

    public override Tensor forward(Tensor input, TrainingStep? step) => function(input, kernel, bias);
}
