using static TorchSharp.torch;

namespace FashionPipeline.Training.Networks.Modules;

/// <summary>Largest value of each window of [batch, height, width, channels].</summary>
internal sealed class MaxPool2DModule(string name, MaxPool2D layer) : LayerModule(name)
{
    public override Tensor forward(Tensor input, TrainingStep? step)
    {
        var window = new long[] { layer.PoolHeight, layer.PoolWidth };
        return nn.functional.max_pool2d(input.permute(0, 3, 1, 2), window, window).permute(0, 2, 3, 1);
    }
}
