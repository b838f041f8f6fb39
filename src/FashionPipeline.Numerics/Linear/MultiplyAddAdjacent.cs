using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// What a dot product does with vectors of pairs: each 32-bit lane holds two coordinates of 16 bits, or a sum of products.
/// </summary>
/// <typeparam name="TVector">Vector of <see cref="int"/>.</typeparam>
internal interface IMultiplyAddAdjacent<TVector>
    where TVector : unmanaged
{
    /// <summary>One pair in every lane.</summary>
    static abstract TVector Broadcast(uint pair);

    /// <summary>Adds the products of both halves of each pair to its lane of <paramref name="sums"/>.</summary>
    static abstract TVector Add(TVector sums, TVector left, TVector right);
}

/// <summary>Sixteen pairs, of AVX-512.</summary>
internal readonly struct MultiplyAddAdjacent512 : IMultiplyAddAdjacent<Vector512<int>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Broadcast(uint pair) => Vector512.Create((int)pair);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Add(Vector512<int> sums, Vector512<int> left, Vector512<int> right) =>
        sums + Avx512BW.MultiplyAddAdjacent(left.AsInt16(), right.AsInt16());
}

/// <summary>Eight pairs, of AVX2.</summary>
internal readonly struct MultiplyAddAdjacent256 : IMultiplyAddAdjacent<Vector256<int>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Broadcast(uint pair) => Vector256.Create((int)pair);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Add(Vector256<int> sums, Vector256<int> left, Vector256<int> right) =>
        sums + Avx2.MultiplyAddAdjacent(left.AsInt16(), right.AsInt16());
}

/// <summary>Four pairs, of SSE, NEON and what else there is.</summary>
internal readonly struct MultiplyAddAdjacent128 : IMultiplyAddAdjacent<Vector128<int>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Broadcast(uint pair) => Vector128.Create((int)pair);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Add(Vector128<int> sums, Vector128<int> left, Vector128<int> right)
    {
        if (Sse2.IsSupported)
        {
            return sums + Sse2.MultiplyAddAdjacent(left.AsInt16(), right.AsInt16());
        }

        // 255 · 255 fits into 16 bits without a sign.
        var products = left.AsUInt16() * right.AsUInt16();
        if (AdvSimd.IsSupported)
        {
            return AdvSimd.AddPairwiseWideningAndAdd(sums.AsUInt32(), products).AsInt32();
        }

        var pairs = products.AsUInt32();
        return sums + ((pairs & Vector128.Create(0xFFFFu)) + (pairs >> 16)).AsInt32();
    }
}
