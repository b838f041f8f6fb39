using System.Numerics;
using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>Up to four vectors.</summary>
internal readonly struct Quad(Vector<float> a, Vector<float> b, Vector<float> c, Vector<float> d)
{
    public readonly Vector<float> A = a, B = b, C = c, D = d;
}

/// <summary>
/// One of the one-dimensional maps of Winograd's F(2, 3) at the points 0, 1, -1 and infinity. The three of the gradients are the
/// transposes of the three of the way there. Each operation is rounded; a half is exact.
/// </summary>
internal interface IWinogradMap
{
    /// <summary>Numbers that go in, from 2 to 4.</summary>
    static abstract int Inputs { get; }

    /// <summary>Numbers that come out, from 2 to 4.</summary>
    static abstract int Outputs { get; }

    /// <summary>The numbers that come out.</summary>
    static abstract Quad Of(Quad x);
}

/// <summary>4 pixels -> 4 points: a - c, b + c, c - b, d - b.</summary>
internal readonly struct PixelsToPoints : IWinogradMap
{
    public static int Inputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 4; }

    public static int Outputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 4; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Of(Quad x) => new(x.A - x.C, x.B + x.C, x.C - x.B, x.D - x.B);
}

/// <summary>3 weights -> 4 points: a, ((a + c) + b) / 2, ((a + c) - b) / 2, c.</summary>
internal readonly struct WeightsToPoints : IWinogradMap
{
    public static int Inputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 3; }

    public static int Outputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 4; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Of(Quad x)
    {
        var half = new Vector<float>(0.5f);
        var ends = x.A + x.C;
        return new(x.A, (ends + x.B) * half, (ends - x.B) * half, x.C);
    }
}

/// <summary>4 points -> 2 outputs: (a + b) + c, (b - c) + d.</summary>
internal readonly struct PointsToOutputs : IWinogradMap
{
    public static int Inputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 4; }

    public static int Outputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 2; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Of(Quad x) => new(x.A + x.B + x.C, x.B - x.C + x.D, default, default);
}

/// <summary>Gradients of 2 outputs -> 4 points: a, a + b, a - b, b.</summary>
internal readonly struct OutputGradientsToPoints : IWinogradMap
{
    public static int Inputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 2; }

    public static int Outputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 4; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Of(Quad x) => new(x.A, x.A + x.B, x.A - x.B, x.B);
}

/// <summary>4 points -> gradients of 4 pixels: a, (b - c) - d, (b + c) - a, d.</summary>
internal readonly struct PointsToPixelGradients : IWinogradMap
{
    public static int Inputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 4; }

    public static int Outputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 4; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Of(Quad x) => new(x.A, x.B - x.C - x.D, x.B + x.C - x.A, x.D);
}

/// <summary>4 points -> gradients of 3 weights: a + (b + c) / 2, (b - c) / 2, (b + c) / 2 + d.</summary>
internal readonly struct PointsToWeightGradients : IWinogradMap
{
    public static int Inputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 4; }

    public static int Outputs { [MethodImpl(MethodImplOptions.AggressiveInlining)] get => 3; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Quad Of(Quad x)
    {
        var half = new Vector<float>(0.5f);
        var middle = (x.B + x.C) * half;
        return new(x.A + middle, (x.B - x.C) * half, middle + x.D, default);
    }
}
