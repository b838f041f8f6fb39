using System.Numerics;
using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>How a vector comes to its place.</summary>
internal unsafe interface IVectorStore
{
    /// <summary>Puts it there.</summary>
    static abstract void Store(Vector<float> values, float* place);
}

/// <summary>As it is.</summary>
internal readonly unsafe struct StoreValue : IVectorStore
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<float> values, float* place) => values.Store(place);
}

/// <summary>As max(0, x).</summary>
internal readonly unsafe struct StoreRelu : IVectorStore
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<float> values, float* place) => Relu.Value(values).Store(place);
}

/// <summary>Added to what is there.</summary>
internal readonly unsafe struct AddToPlace : IVectorStore
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector<float> values, float* place) => (Vector.Load(place) + values).Store(place);
}
