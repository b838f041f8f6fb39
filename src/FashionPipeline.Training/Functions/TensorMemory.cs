using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace FashionPipeline.Training.Functions;

/// <summary>A tensor's numbers as a span: the door between TorchSharp and code over plain memory.</summary>
internal static class TensorMemory
{
    /// <summary>The numbers of a contiguous float tensor in row-major order; valid while the tensor is.</summary>
    public static Span<float> Of(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
