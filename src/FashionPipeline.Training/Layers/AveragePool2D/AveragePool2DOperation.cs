using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>Mean of each window: [batch, height, width, channels] -> [batch, height / pool height, width / pool width, channels].</summary>
internal static class AveragePool2DOperation
{
    /// <summary>Applies it; can be differentiated.</summary>
    public static Tensor Apply(Tensor input, int poolHeight, int poolWidth, Backend backend) => backend.IsPortable
        ? AveragePool2DFunction.Apply(input, poolHeight, poolWidth, backend.Workspace)
        : LibTorch(input, [poolHeight, poolWidth]);

    private static Tensor LibTorch(Tensor input, long[] window) =>
        nn.functional.avg_pool2d(input.permute(0, 3, 1, 2), window, window).permute(0, 2, 3, 1);
}
