using System.Runtime.InteropServices;

namespace FashionPipeline.Benchmarks.Epoch;

/// <summary>Memory that begins where a cache line does, as that of libtorch's tensors: kernels are slower on any other.</summary>
internal static class AlignedMemory
{
    private const int Alignment = 64;

    /// <summary>Zeros.</summary>
    public static Memory<T> New<T>(int length)
        where T : unmanaged
    {
        var size = Marshal.SizeOf<T>();
        var array = GC.AllocateArray<T>(length + (Alignment / size), pinned: true);
        var beyond = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % Alignment);
        return array.AsMemory((Alignment - beyond) % Alignment / size, length);
    }
}
