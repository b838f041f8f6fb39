using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>What a tile does with vectors of some width. Every lane is an output of its own, so the width changes no bit.</summary>
/// <typeparam name="TVector">A vector of float32 numbers, or a single one.</typeparam>
internal interface ISimd<TVector>
    where TVector : unmanaged
{
    /// <summary>Columns from the first vector of a tile's row to the second.</summary>
    static abstract int Count { get; }

    /// <summary>One number in every lane.</summary>
    static abstract TVector Create(float value);

    /// <summary>left·right + sum, rounded once.</summary>
    static abstract TVector MultiplyAdd(TVector left, TVector right, TVector sum);

    /// <summary>max(0, x); NaN stays NaN.</summary>
    static abstract TVector Relu(TVector values);
}

/// <summary>16 numbers.</summary>
internal readonly struct Simd512 : ISimd<Vector512<float>>
{
    public static int Count { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => Vector512<float>.Count; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Create(float value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> left, Vector512<float> right, Vector512<float> sum) =>
        Vector512.FusedMultiplyAdd(left, right, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu(Vector512<float> values) =>
        Vector512.ConditionalSelect(Vector512.LessThanOrEqual(values, Vector512<float>.Zero), Vector512<float>.Zero, values);
}

/// <summary>8 numbers.</summary>
internal readonly struct Simd256 : ISimd<Vector256<float>>
{
    public static int Count { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => Vector256<float>.Count; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Create(float value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> left, Vector256<float> right, Vector256<float> sum) =>
        Vector256.FusedMultiplyAdd(left, right, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Relu(Vector256<float> values) =>
        Vector256.ConditionalSelect(Vector256.LessThanOrEqual(values, Vector256<float>.Zero), Vector256<float>.Zero, values);
}

/// <summary>4 numbers.</summary>
internal readonly struct Simd128 : ISimd<Vector128<float>>
{
    public static int Count { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => Vector128<float>.Count; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Create(float value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> left, Vector128<float> right, Vector128<float> sum) =>
        Vector128.FusedMultiplyAdd(left, right, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Relu(Vector128<float> values) =>
        Vector128.ConditionalSelect(Vector128.LessThanOrEqual(values, Vector128<float>.Zero), Vector128<float>.Zero, values);
}

/// <summary>Single numbers: columns that fill no vector, and processors without any.</summary>
/// <typeparam name="TCount">One, or zero for the last of an odd number of columns: its neighbour is itself, computed twice.</typeparam>
internal readonly struct Scalar<TCount> : ISimd<float>
    where TCount : IConstant
{
    public static int Count { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => TCount.Value; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Create(float value) => value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float left, float right, float sum) => MathF.FusedMultiplyAdd(left, right, sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Relu(float values) => values <= 0 ? 0 : values;
}
