using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// A register of doubles, so that a loop is written once for every width of vectors. A lane knows nothing of its neighbours: the
/// width changes no bit.
/// </summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Number of lanes: a divisor of 4.</summary>
    static abstract int Count { get; }

    static abstract TSelf Create(double value);

    static abstract TSelf Load(ReadOnlySpan<double> values);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    void Store(Span<double> values);
}

/// <summary>Four lanes, of AVX.</summary>
internal readonly struct FourLanes(Vector256<double> lanes) : ILanes<FourLanes>
{
    private readonly Vector256<double> lanes = lanes;

    public static int Count => Vector256<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Create(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Load(ReadOnlySpan<double> values) => new(Vector256.Create(values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator +(FourLanes left, FourLanes right) => new(left.lanes + right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator *(FourLanes left, FourLanes right) => new(left.lanes * right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> values) => lanes.CopyTo(values);
}

/// <summary>Two lanes, of SSE and NEON.</summary>
internal readonly struct TwoLanes(Vector128<double> lanes) : ILanes<TwoLanes>
{
    private readonly Vector128<double> lanes = lanes;

    public static int Count => Vector128<double>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes Create(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes Load(ReadOnlySpan<double> values) => new(Vector128.Create(values));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes operator +(TwoLanes left, TwoLanes right) => new(left.lanes + right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes operator *(TwoLanes left, TwoLanes right) => new(left.lanes * right.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> values) => lanes.CopyTo(values);
}

/// <summary>One lane, where nothing is accelerated.</summary>
internal readonly struct OneLane(double lane) : ILanes<OneLane>
{
    private readonly double lane = lane;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Create(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Load(ReadOnlySpan<double> values) => new(values[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator +(OneLane left, OneLane right) => new(left.lane + right.lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator *(OneLane left, OneLane right) => new(left.lane * right.lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Span<double> values) => values[0] = lane;
}
