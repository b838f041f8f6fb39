using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// Dot products of a tile of points with another, in 32-bit whole numbers: these have one sum, whatever the order.
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
            var rows = byPoint + ((long)row * words);
            var panels = byPanel + ((long)column * words);
            if (Vector512.IsHardwareAccelerated && Avx512BW.IsSupported)
            {
                WithVectors<SixteenWords>(rows, panels, words, output, tile);
            }
            else if (Avx2.IsSupported)
            {
                WithVectors<EightWords>(rows, panels, words, output, tile);
            }
            else if (Vector128.IsHardwareAccelerated)
            {
                WithVectors<FourWords>(rows, panels, words, output, tile);
            }
            else
            {
                WithoutVectors(rows, byPoint + ((long)column * words), words, output, tile);
            }
        }
    }

    private static void WithVectors<TWords>(uint* rows, uint* panels, int words, int* output, int tile)
        where TWords : struct, IWords<TWords>
    {
        for (var j = 0; j < tile; j += 2 * TWords.Count)
        {
            uint* first = Lanes(j), second = Lanes(j + TWords.Count);
            for (var i = 0; i < tile; i += 4)
            {
                FourByTwo<TWords>(rows + ((long)i * words), first, second, words, output + (i * tile) + j, tile);
            }
        }

        // The first word of point j, with those of the points after it beside it.
        uint* Lanes(int j) => panels + ((long)(j - (j % PackedPoints.Panel)) * words) + (j % PackedPoints.Panel);
    }

    /// <summary>
    /// A word of four points is multiplied with the same word of two registers full of others; the sums stay in registers while the
    /// words pass by.
    /// </summary>
    // Few long calls: without the attribute most of them would run unoptimised.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo<TWords>(uint* points, uint* first, uint* second, int words, int* output, int stride)
        where TWords : struct, IWords<TWords>
    {
        TWords a0 = default, a1 = default, a2 = default, a3 = default;
        TWords b0 = default, b1 = default, b2 = default, b3 = default;
        uint* p0 = points, p1 = p0 + words, p2 = p1 + words, p3 = p2 + words;
        for (var w = 0; w < words; w++)
        {
            var x = TWords.Load(first + (w * PackedPoints.Panel));
            var y = TWords.Load(second + (w * PackedPoints.Panel));
            var p = TWords.Create(p0[w]);
            a0 = TWords.AddProducts(a0, p, x);
            b0 = TWords.AddProducts(b0, p, y);
            p = TWords.Create(p1[w]);
            a1 = TWords.AddProducts(a1, p, x);
            b1 = TWords.AddProducts(b1, p, y);
            p = TWords.Create(p2[w]);
            a2 = TWords.AddProducts(a2, p, x);
            b2 = TWords.AddProducts(b2, p, y);
            p = TWords.Create(p3[w]);
            a3 = TWords.AddProducts(a3, p, x);
            b3 = TWords.AddProducts(b3, p, y);
        }

        Store(output, a0, b0);
        Store(output + stride, a1, b1);
        Store(output + (2 * stride), a2, b2);
        Store(output + (3 * stride), a3, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TWords>(int* output, TWords first, TWords second)
        where TWords : struct, IWords<TWords>
    {
        first.Store(output);
        second.Store(output + TWords.Count);
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

                    var place = output + (i * tile) + j;
                    place[0] = (int)(a0 >> 32);
                    place[tile] = (int)(a1 >> 32);
                    place[2 * tile] = (int)(a2 >> 32);
                    place[3 * tile] = (int)(a3 >> 32);
                }
            }
        }
    }
}
