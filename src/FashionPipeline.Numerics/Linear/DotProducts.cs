using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// Dot products of a tile of points with another, in 32-bit whole numbers. A word of one point is multiplied with the same word of 16
/// others at once; a block of sums stays in registers while the words pass by.
/// </summary>
internal static unsafe class DotProducts
{
    /// <summary>Writes the dot products of points row … row + tile - 1 with column … column + tile - 1 to <paramref name="dots"/>: [tile, tile].</summary>
    public static void Compute(PackedPoints points, int row, int column, int tile, int[] dots)
    {
        fixed (uint* byPoint = points.ByPoint, byPanel = points.ByPanel)
        fixed (int* output = dots)
        {
            var words = points.Words;
            for (var j = 0; j < tile; j += 2 * PackedPoints.Panel)
            {
                var panel = byPanel + ((long)(column + j) * words);
                if (Vector512.IsHardwareAccelerated)
                {
                    for (var i = 0; i < tile; i += 8)
                    {
                        EightByTwoPanels(byPoint + ((long)(row + i) * words), panel, words, output + (i * tile) + j, tile);
                    }
                }
                else
                {
                    for (var i = 0; i < tile; i += 4)
                    {
                        FourByPanel(byPoint + ((long)(row + i) * words), panel, words, output + (i * tile) + j, tile);
                        FourByPanel(byPoint + ((long)(row + i) * words), panel + (PackedPoints.Panel * words), words, output + (i * tile) + j + PackedPoints.Panel, tile);
                    }
                }
            }
        }
    }

    // Few long calls: without the attribute most of them would run unoptimised.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightByTwoPanels(uint* points, uint* panel, int words, int* output, int stride)
    {
        Vector512<int> a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        Vector512<int> b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default, b6 = default, b7 = default;
        uint* p0 = points, p1 = p0 + words, p2 = p1 + words, p3 = p2 + words, p4 = p3 + words, p5 = p4 + words, p6 = p5 + words, p7 = p6 + words;
        var second = panel + (PackedPoints.Panel * words);
        for (var w = 0; w < words; w++)
        {
            var x = Vector512.Load(panel + (w * 16));
            var y = Vector512.Load(second + (w * 16));
            var p = Vector512.Create(p0[w]);
            a0 += Products(p, x);
            b0 += Products(p, y);
            p = Vector512.Create(p1[w]);
            a1 += Products(p, x);
            b1 += Products(p, y);
            p = Vector512.Create(p2[w]);
            a2 += Products(p, x);
            b2 += Products(p, y);
            p = Vector512.Create(p3[w]);
            a3 += Products(p, x);
            b3 += Products(p, y);
            p = Vector512.Create(p4[w]);
            a4 += Products(p, x);
            b4 += Products(p, y);
            p = Vector512.Create(p5[w]);
            a5 += Products(p, x);
            b5 += Products(p, y);
            p = Vector512.Create(p6[w]);
            a6 += Products(p, x);
            b6 += Products(p, y);
            p = Vector512.Create(p7[w]);
            a7 += Products(p, x);
            b7 += Products(p, y);
        }

        Store(output, a0, b0);
        Store(output + stride, a1, b1);
        Store(output + (2 * stride), a2, b2);
        Store(output + (3 * stride), a3, b3);
        Store(output + (4 * stride), a4, b4);
        Store(output + (5 * stride), a5, b5);
        Store(output + (6 * stride), a6, b6);
        Store(output + (7 * stride), a7, b7);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByPanel(uint* points, uint* panel, int words, int* output, int stride)
    {
        Vector256<int> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector256<int> b0 = default, b1 = default, b2 = default, b3 = default;
        uint* p0 = points, p1 = p0 + words, p2 = p1 + words, p3 = p2 + words;
        for (var w = 0; w < words; w++)
        {
            var x = Vector256.Load(panel + (w * 16));
            var y = Vector256.Load(panel + (w * 16) + 8);
            var p = Vector256.Create(p0[w]);
            a0 += Products(p, x);
            b0 += Products(p, y);
            p = Vector256.Create(p1[w]);
            a1 += Products(p, x);
            b1 += Products(p, y);
            p = Vector256.Create(p2[w]);
            a2 += Products(p, x);
            b2 += Products(p, y);
            p = Vector256.Create(p3[w]);
            a3 += Products(p, x);
            b3 += Products(p, y);
        }

        Store(output, a0, b0);
        Store(output + stride, a1, b1);
        Store(output + (2 * stride), a2, b2);
        Store(output + (3 * stride), a3, b3);
    }

    /// <summary>The sum of the products of both halves of each word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Products(Vector512<uint> left, Vector512<uint> right)
    {
        if (Avx512BW.IsSupported)
        {
            return Avx512BW.MultiplyAddAdjacent(left.AsInt16(), right.AsInt16());
        }

        // 255 · 255 fits into 16 bits without a sign.
        var products = (left.AsUInt16() * right.AsUInt16()).AsUInt32();
        return ((products & Vector512.Create(0xFFFFu)) + (products >> 16)).AsInt32();
    }

    /// <inheritdoc cref="Products(Vector512{uint}, Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(Vector256<uint> left, Vector256<uint> right)
    {
        if (Avx2.IsSupported)
        {
            return Avx2.MultiplyAddAdjacent(left.AsInt16(), right.AsInt16());
        }

        var products = (left.AsUInt16() * right.AsUInt16()).AsUInt32();
        return ((products & Vector256.Create(0xFFFFu)) + (products >> 16)).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* output, Vector512<int> first, Vector512<int> second)
    {
        first.Store(output);
        second.Store(output + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* output, Vector256<int> first, Vector256<int> second)
    {
        first.Store(output);
        second.Store(output + 8);
    }
}
