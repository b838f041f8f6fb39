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
    private readonly Dense layer;
    private readonly Operations operations;

    public DenseModule(string name, int index, Dense layer, int features, Operations operations)
        : base(name)
    {
        (this.index, this.layer, this.operations) = (index, layer, operations);
        kernel = Zeros(features, layer.Units);
        bias = Zeros(layer.Units);
        RegisterComponents();
    }

    public override void Initialise(ulong seed) => Fill(kernel, layer.Initialiser, seed, index, (int)kernel.shape[0], layer.Units);

    public override Tensor forward(Tensor input, TrainingStep? step) => operations.Dense(input, kernel, bias, layer.Activation);
}
