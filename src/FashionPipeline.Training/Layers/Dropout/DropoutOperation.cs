using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Layers;

/// <summary>Inverted dropout of what a stream's numbers choose, the same under either arithmetic.</summary>
internal static class DropoutOperation
{
    /// <summary>Applies it; can be differentiated.</summary>
    public static Tensor Apply(Tensor input, double rate, RandomStream stream, Backend backend) => backend.IsPortable
        ? DropoutFunction.Apply(input, rate, stream, backend.Workspace)
        : LibTorch(input, rate, stream, backend);

    private static Tensor LibTorch(Tensor input, double rate, RandomStream stream, Backend backend)
    {
        var mask = ones(input.shape, ScalarType.Float32);
        Numerics.Kernels.Dropout.Forward(TensorMemory.Of(mask), TensorMemory.Of(mask), rate, stream, backend.Workspace);
        return input * mask;
    }
}
