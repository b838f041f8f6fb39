using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FashionPipeline.Numerics.Linear;

/// <summary>A register of 32-bit words: pairs of coordinates, or sums of their products.</summary>
internal unsafe interface IWords<TSelf>
    where TSelf : struct, IWords<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Create(uint word);

    static abstract TSelf Load(uint* words);

    /// <summary>Adds the products of both halves of each word to its lane of <paramref name="sums"/>.</summary>
    static abstract TSelf AddProducts(TSelf sums, TSelf left, TSelf right);

    void Store(int* sums);
}

/// <summary>Sixteen words, of AVX-512.</summary>
internal readonly unsafe struct SixteenWords(Vector512<int> lanes) : IWords<SixteenWords>
{
    private readonly Vector512<int> lanes = lanes;

    public static int Count => Vector512<int>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenWords Create(uint word) => new(Vector512.Create((int)word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenWords Load(uint* words) => new(Vector512.Load((int*)words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SixteenWords AddProducts(SixteenWords sums, SixteenWords left, SixteenWords right) =>
        new(sums.lanes + Avx512BW.MultiplyAddAdjacent(left.lanes.AsInt16(), right.lanes.AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int* sums) => lanes.Store(sums);
}

/// <summary>Eight words, of AVX2.</summary>
internal readonly unsafe struct EightWords(Vector256<int> lanes) : IWords<EightWords>
{
    private readonly Vector256<int> lanes = lanes;

    public static int Count => Vector256<int>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightWords Create(uint word) => new(Vector256.Create((int)word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightWords Load(uint* words) => new(Vector256.Load((int*)words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightWords AddProducts(EightWords sums, EightWords left, EightWords right) =>
        new(sums.lanes + Avx2.MultiplyAddAdjacent(left.lanes.AsInt16(), right.lanes.AsInt16()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int* sums) => lanes.Store(sums);
}

/// <summary>Four words, of SSE, NEON and what else there is.</summary>
internal readonly unsafe struct FourWords(Vector128<int> lanes) : IWords<FourWords>
{
    private readonly Vector128<int> lanes = lanes;

    public static int Count => Vector128<int>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourWords Create(uint word) => new(Vector128.Create((int)word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourWords Load(uint* words) => new(Vector128.Load((int*)words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourWords AddProducts(FourWords sums, FourWords left, FourWords right)
    {
        if (Sse2.IsSupported)
        {
            return new(sums.lanes + Sse2.MultiplyAddAdjacent(left.lanes.AsInt16(), right.lanes.AsInt16()));
        }

        // 255 · 255 fits into 16 bits without a sign.
        var products = left.lanes.AsUInt16() * right.lanes.AsUInt16();
        if (AdvSimd.IsSupported)
        {
            return new(AdvSimd.AddPairwiseWideningAndAdd(sums.lanes.AsUInt32(), products).AsInt32());
        }

        var pairs = products.AsUInt32();
        return new(sums.lanes + ((pairs & Vector128.Create(0xFFFFu)) + (pairs >> 16)).AsInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(int* sums) => lanes.Store(sums);
}
