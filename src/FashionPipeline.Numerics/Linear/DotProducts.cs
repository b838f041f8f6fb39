using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FashionPipeline.Numerics.Linear;

/// <summary>Dot products of a tile of points with another, in 32-bit whole numbers: these have one sum, whatever the order.</summary>
internal static unsafe class DotProducts
{
    /// <summary>
    /// Writes the dot products of points row … row + tile - 1 with column … column + tile - 1 to <paramref name="dots"/>: [tile, tile].
    /// </summary>
    public static void Compute(PackedPoints points, int row, int column, int tile, int[] dots)
    {
        fixed (uint* byPoint = points.ByPoint, byPanel = points.ByPanel)
        fixed (int* output = dots)
        {
            var rows = byPoint + ((long)row * points.PairsPerPoint);
            var panels = byPanel + ((long)column * points.PairsPerPoint);
            if (Vector512.IsHardwareAccelerated && Avx512BW.IsSupported)
            {
                Compute<MultiplyAddAdjacent512, Vector512<int>>(rows, panels, points.PairsPerPoint, output, tile);
            }
            else if (Avx2.IsSupported)
            {
                Compute<MultiplyAddAdjacent256, Vector256<int>>(rows, panels, points.PairsPerPoint, output, tile);
            }
            else
            {
                Compute<MultiplyAddAdjacent128, Vector128<int>>(rows, panels, points.PairsPerPoint, output, tile);
            }
        }
    }

    private static void Compute<TProducts, TVector>(uint* rows, uint* panels, int pairs, int* output, int tile)
        where TProducts : IMultiplyAddAdjacent<TVector>
        where TVector : unmanaged
    {
        var lanes = sizeof(TVector) / sizeof(int);
        for (var j = 0; j < tile; j += 2 * lanes)
        {
            uint* first = FirstPair(j), second = FirstPair(j + lanes);
            for (var i = 0; i < tile; i += 4)
            {
                FourByTwo<TProducts, TVector>(rows + ((long)i * pairs), first, second, pairs, output + (i * tile) + j, tile);
            }
        }

        // The first pair of point j, with those of the points after it beside it.
        uint* FirstPair(int j) => panels + ((long)(j - (j % PackedPoints.Panel)) * pairs) + (j % PackedPoints.Panel);
    }

    /// <summary>
    /// A pair of four points is multiplied with the same pair of two registers full of others; the sums stay in registers while the
    /// pairs pass by.
    /// </summary>
    // Few long calls: without the attribute most of them would run unoptimised.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo<TProducts, TVector>(uint* points, uint* first, uint* second, int pairs, int* output, int stride)
        where TProducts : IMultiplyAddAdjacent<TVector>
        where TVector : unmanaged
    {
        TVector a0 = default, a1 = default, a2 = default, a3 = default;
        TVector b0 = default, b1 = default, b2 = default, b3 = default;
        uint* p0 = points, p1 = p0 + pairs, p2 = p1 + pairs, p3 = p2 + pairs;
        for (var pair = 0; pair < pairs; pair++)
        {
            var x = Unsafe.ReadUnaligned<TVector>(first + (pair * PackedPoints.Panel));
            var y = Unsafe.ReadUnaligned<TVector>(second + (pair * PackedPoints.Panel));
            var p = TProducts.Broadcast(p0[pair]);
            a0 = TProducts.Add(a0, p, x);
            b0 = TProducts.Add(b0, p, y);
            p = TProducts.Broadcast(p1[pair]);
            a1 = TProducts.Add(a1, p, x);
            b1 = TProducts.Add(b1, p, y);
            p = TProducts.Broadcast(p2[pair]);
            a2 = TProducts.Add(a2, p, x);
            b2 = TProducts.Add(b2, p, y);
            p = TProducts.Broadcast(p3[pair]);
            a3 = TProducts.Add(a3, p, x);
            b3 = TProducts.Add(b3, p, y);
        }

        Store(output, a0, b0);
        Store(output + stride, a1, b1);
        Store(output + (2 * stride), a2, b2);
        Store(output + (3 * stride), a3, b3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVector>(int* output, TVector first, TVector second)
        where TVector : unmanaged
    {
        Unsafe.WriteUnaligned(output, first);
        Unsafe.WriteUnaligned((byte*)output + sizeof(TVector), second);
    }
}
