using FashionPipeline.Training.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>y = activation(x·kernel + bias), kernel [in, out].</summary>
internal sealed class DenseModule : LayerModule
{
    private readonly Parameter kernel;
    private readonly Parameter bias;
    private readonly int index;
    private readonly Activation activation;

    public DenseModule(string name, int index, Dense layer, int features)
        : base(name)
    {
        this.index = index;
        activation = layer.Activation;
        kernel = Zeros(features, layer.Units);
        bias = Zeros(layer.Units);
        RegisterComponents();
    }

    public override void Initialise(ulong seed) =>
        GlorotUniform.Fill(TensorMemory.Of(kernel), seed, index, (int)kernel.shape[0], (int)kernel.shape[1]);

    public override Tensor forward(Tensor input, TrainingStep? step) => ActivationFunction.Apply(activation, addmm(bias, input, kernel, 1, 1));
}
