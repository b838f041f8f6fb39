using FashionPipeline.Training.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>Convolution with stride 1 over [batch, height, width, channels], kernel [height, width, in, out].</summary>
internal sealed class Conv2DModule : LayerModule
{
    private readonly Parameter kernel;
    private readonly Parameter bias;
    private readonly int index;
    private readonly Conv2DLayer layer;
    private readonly Backend backend;

    public Conv2DModule(string name, int index, Conv2DLayer layer, int channels, Backend backend)
        : base(name)
    {
        (this.index, this.layer, this.backend) = (index, layer, backend);
        kernel = Zeros(layer.KernelHeight, layer.KernelWidth, channels, layer.Filters);
        bias = Zeros(layer.Filters);
        RegisterComponents();
    }

    public override void Initialise(ulong seed)
    {
        var window = layer.KernelHeight * layer.KernelWidth;
        Fill(kernel, layer.Initialiser, seed, index, window * (int)kernel.shape[2], window * layer.Filters);
    }

    public override Tensor forward(Tensor input, TrainingStep? step) =>
        Conv2DOperation.Apply(input, kernel, bias, layer.Padding, layer.Activation, backend);
}
