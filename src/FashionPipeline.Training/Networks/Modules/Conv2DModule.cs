using FashionPipeline.Training.Functions;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>Convolution with stride 1 over [batch, height, width, channels], kernel [height, width, in, out].</summary>
internal sealed class Conv2DModule : LayerModule
{
    private readonly Parameter kernel;
    private readonly Parameter bias;
    private readonly int index;
    private readonly Conv2D layer;
    private readonly Operations operations;

    public Conv2DModule(string name, int index, Conv2D layer, int channels, Operations operations)
        : base(name)
    {
        (this.index, this.layer, this.operations) = (index, layer, operations);
        kernel = Zeros(layer.KernelHeight, layer.KernelWidth, channels, layer.Filters);
        bias = Zeros(layer.Filters);
        RegisterComponents();
    }

    public override void Initialise(ulong seed)
    {
        var window = layer.KernelHeight * layer.KernelWidth;
        Fill(kernel, layer.Initialiser, seed, index, window * (int)kernel.shape[2], window * layer.Filters);
    }

    public override Tensor forward(Tensor input, TrainingStep? step) => operations.Conv2D(input, kernel, bias, layer.Padding, layer.Activation);
}
