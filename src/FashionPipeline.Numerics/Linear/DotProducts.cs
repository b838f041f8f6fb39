using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// Dot products of a tile of points with another, in 32-bit whole numbers. A word of one point is multiplied with the same word of 16
/// others at once; a block of sums stays in registers while the words pass by. Whole numbers have one sum, whatever the order.
/// </summary>
internal static unsafe class DotProducts
{
    private const int Panel = PackedPoints.Panel;

    /// <summary>Writes the dot products of points row … row + tile - 1 with column … column + tile - 1 to <paramref name="dots"/>: [tile, tile].</summary>
    public static void Compute(PackedPoints points, int row, int column, int tile, int[] dots)
    {
        fixed (uint* byPoint = points.ByPoint, byPanel = points.ByPanel)
        fixed (int* output = dots)
        {
            var words = points.Words;
            var rows = byPoint + ((long)row * words);
            if (!Vector128.IsHardwareAccelerated)
            {
                WithoutVectors(rows, byPoint + ((long)column * words), words, output, tile);
                return;
            }

            for (var j = 0; j < tile; j += 2 * Panel)
            {
                var panels = byPanel + ((long)(column + j) * words);
                if (Vector512.IsHardwareAccelerated && Avx512BW.IsSupported)
                {
                    for (var i = 0; i < tile; i += 8)
                    {
                        EightByTwoPanels(rows + ((long)i * words), panels, words, output + (i * tile) + j, tile);
                    }
                }
                else
                {
                    for (var i = 0; i < tile; i += 4)
                    {
                        FourByPanel(rows + ((long)i * words), panels, words, output + (i * tile) + j, tile);
                        FourByPanel(rows + ((long)i * words), panels + (Panel * words), words, output + (i * tile) + j + Panel, tile);
                    }
                }
            }
        }
    }

    private static void FourByPanel(uint* points, uint* panel, int words, int* output, int stride)
    {
        if (Avx2.IsSupported)
        {
            FourByPanel256(points, panel, words, output, stride);
        }
        else
        {
            TwoByPanel128(points, panel, words, output, stride);
            TwoByPanel128(points + (2 * words), panel, words, output + (2 * stride), stride);
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
    private static void FourByPanel256(uint* points, uint* panel, int words, int* output, int stride)
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoByPanel128(uint* points, uint* panel, int words, int* output, int stride)
    {
        Vector128<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        uint* p0 = points, p1 = p0 + words;
        for (var w = 0; w < words; w++)
        {
            var p = Vector128.Create(p0[w]);
            var q = Vector128.Create(p1[w]);
            var x = Vector128.Load(panel + (w * 16));
            a0 = AddProducts(a0, p, x);
            a1 = AddProducts(a1, q, x);
            x = Vector128.Load(panel + (w * 16) + 4);
            b0 = AddProducts(b0, p, x);
            b1 = AddProducts(b1, q, x);
            x = Vector128.Load(panel + (w * 16) + 8);
            c0 = AddProducts(c0, p, x);
            c1 = AddProducts(c1, q, x);
            x = Vector128.Load(panel + (w * 16) + 12);
            d0 = AddProducts(d0, p, x);
            d1 = AddProducts(d1, q, x);
        }

        Store(output, a0, b0, c0, d0);
        Store(output + stride, a1, b1, c1, d1);
    }

    /// <summary>
    /// The product of low + 2^32·high and high' + 2^32·low' has low·low' + high·high' in its upper half, as far as it fits into 64 bits;
    /// the lower half, low·high', stays below 2^32 even in the sum of all words.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void WithoutVectors(uint* rows, uint* columns, int words, int* output, int tile)
    {
        fixed (ulong* p0 = new ulong[4 * words])
        {
            ulong* p1 = p0 + words, p2 = p1 + words, p3 = p2 + words;
            for (var i = 0; i < tile; i += 4)
            {
                for (var w = 0; w < 4 * words; w++)
                {
                    var word = rows[((long)i * words) + w];
                    p0[w] = (word & 0xFFFF) | ((ulong)(word >> 16) << 32);
                }

                for (var j = 0; j < tile; j++)
                {
                    var column = columns + ((long)j * words);
                    ulong a0 = 0, a1 = 0, a2 = 0, a3 = 0;
                    for (var w = 0; w < words; w++)
                    {
                        var word = column[w];
                        var swapped = (word >> 16) | ((ulong)(word & 0xFFFF) << 32);
                        a0 += p0[w] * swapped;
                        a1 += p1[w] * swapped;
                        a2 += p2[w] * swapped;
                        a3 += p3[w] * swapped;
                    }

                    var first = output + (i * tile) + j;
                    first[0] = (int)(a0 >> 32);
                    first[tile] = (int)(a1 >> 32);
                    first[2 * tile] = (int)(a2 >> 32);
                    first[3 * tile] = (int)(a3 >> 32);
                }
            }
        }
    }

    /// <summary>The sum of the products of both halves of each word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Products(Vector512<uint> left, Vector512<uint> right) =>
        Avx512BW.MultiplyAddAdjacent(left.AsInt16(), right.AsInt16());

    /// <inheritdoc cref="Products(Vector512{uint}, Vector512{uint})"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Products(Vector256<uint> left, Vector256<uint> right) =>
        Avx2.MultiplyAddAdjacent(left.AsInt16(), right.AsInt16());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> AddProducts(Vector128<int> sums, Vector128<uint> left, Vector128<uint> right)
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

        return sums + ((products.AsUInt32() & Vector128.Create(0xFFFFu)) + (products.AsUInt32() >> 16)).AsInt32();
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* output, Vector128<int> first, Vector128<int> second, Vector128<int> third, Vector128<int> fourth)
    {
        first.Store(output);
        second.Store(output + 4);
        third.Store(output + 8);
        fourth.Store(output + 12);
    }
}
