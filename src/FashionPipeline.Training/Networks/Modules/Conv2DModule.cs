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

    public Conv2DModule(string name, int index, Conv2D layer, int channels)
        : base(name)
    {
        this.index = index;
        this.layer = layer;
        kernel = Zeros(layer.KernelHeight, layer.KernelWidth, channels, layer.Filters);
        bias = Zeros(layer.Filters);
        RegisterComponents();
    }

    public override void Initialise(ulong seed)
    {
        var window = layer.KernelHeight * layer.KernelWidth;
        GlorotUniform.Fill(TensorMemory.Of(kernel), seed, index, window * (int)kernel.shape[2], window * layer.Filters);
    }

    public override Tensor forward(Tensor input, TrainingStep? step)
    {
        // libtorch wants channels first; a permuted view of NHWC memory is its channels-last format, so nothing is copied.
        var images = input.permute(0, 3, 1, 2);
        if (layer.Padding == Padding.Same)
        {
            var (rows, columns) = (layer.KernelHeight - 1, layer.KernelWidth - 1);
            images = nn.functional.pad(images, [columns / 2, columns - (columns / 2), rows / 2, rows - (rows / 2)]);
        }

        var output = nn.functional.conv2d(images, kernel.permute(3, 2, 0, 1), bias);
        return ActivationFunction.Apply(layer.Activation, output.permute(0, 2, 3, 1));
    }
}
