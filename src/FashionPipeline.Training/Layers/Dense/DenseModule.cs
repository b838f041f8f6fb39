using FashionPipeline.Training.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>y = activation(x·kernel + bias), kernel [in, out].</summary>
internal sealed class DenseModule : LayerModule
{
    private readonly Parameter kernel;
    private readonly Parameter bias;
    private readonly int index;
    private readonly DenseLayer layer;
    private readonly Backend backend;

    public DenseModule(string name, int index, DenseLayer layer, int features, Backend backend)
        : base(name)
    {
        (this.index, this.layer, this.backend) = (index, layer, backend);
        kernel = Zeros(features, layer.Units);
        bias = Zeros(layer.Units);
        RegisterComponents();
    }

    public override void Initialise(ulong seed) => Fill(kernel, layer.Initialiser, seed, index, (int)kernel.shape[0], layer.Units);

    public override Tensor forward(Tensor input, TrainingStep? step) =>
        DenseOperation.Apply(input, kernel, bias, layer.Activation, backend);
}
