using System.Runtime.InteropServices;
using FashionPipeline.Numerics.Kernels;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Functions;

/// <summary>A tensor's numbers as a span: the door between TorchSharp and code over plain memory.</summary>
internal static class TensorMemory
{
    /// <summary>The numbers of a contiguous float tensor in row-major order; valid while the tensor is.</summary>
    public static Span<float> Of(Tensor tensor) => Of<float>(tensor);

    /// <summary>The numbers of a contiguous tensor of whichever type.</summary>
    public static Span<T> Of<T>(Tensor tensor)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(tensor.bytes);

    /// <summary>The sizes of images [batch, height, width, channels].</summary>
    public static ImageBatchShape ImagesOf(Tensor images) =>
        new((int)images.shape[0], (int)images.shape[1], (int)images.shape[2], (int)images.shape[3]);

    /// <summary>A float tensor whose numbers are still to be written.</summary>
    public static Tensor New(params ReadOnlySpan<long> shape) => empty(shape, ScalarType.Float32);
}
