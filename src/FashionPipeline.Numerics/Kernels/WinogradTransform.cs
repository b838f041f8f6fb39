using System.Numerics;
using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// Takes squares of pixels, weights or gradients to the points of Winograd's algorithm and back: a map of a few numbers goes down the
/// columns first and then along the rows. Channels lie side by side and do not meet, in whole vectors.
/// </summary>
internal static unsafe class WinogradTransform
{
    /// <summary>
    /// Transforms the squares of all channels: TMap's inputs in rows and columns become TMap's outputs in rows and columns.
    /// </summary>
    /// <param name="source">The first channel of the square's first number.</param>
    /// <param name="rowStride">From one row of the source to the next.</param>
    /// <param name="columnStride">From one column of the source to the next.</param>
    /// <param name="destination">The first channel of the first number that comes out.</param>
    /// <param name="destinationRowStride">From one row that comes out to the next.</param>
    /// <param name="destinationColumnStride">From one column that comes out to the next.</param>
    /// <param name="channels">Channels, a multiple of the vector's length.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<TMap, TStore>(
        float* source,
        nint rowStride,
        nint columnStride,
        float* destination,
        nint destinationRowStride,
        nint destinationColumnStride,
        int channels)
        where TMap : IWinogradMap
        where TStore : IVectorStore
    {
        for (var channel = 0; channel < channels; channel += Vector<float>.Count)
        {
            var from = source + channel;
            Quad column2 = default, column3 = default;
            var column0 = TMap.Of(Load<TMap>(from, rowStride));
            var column1 = TMap.Of(Load<TMap>(from + columnStride, rowStride));
            if (TMap.Inputs > 2) { column2 = TMap.Of(Load<TMap>(from + (2 * columnStride), rowStride)); }
            if (TMap.Inputs > 3) { column3 = TMap.Of(Load<TMap>(from + (3 * columnStride), rowStride)); }

            var to = destination + channel;
            Row(column0.A, column1.A, column2.A, column3.A, to);
            Row(column0.B, column1.B, column2.B, column3.B, to + destinationRowStride);
            if (TMap.Outputs > 2) { Row(column0.C, column1.C, column2.C, column3.C, to + (2 * destinationRowStride)); }
            if (TMap.Outputs > 3) { Row(column0.D, column1.D, column2.D, column3.D, to + (3 * destinationRowStride)); }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Row(Vector<float> a, Vector<float> b, Vector<float> c, Vector<float> d, float* to)
        {
            var row = TMap.Of(new Quad(a, b, c, d));
            TStore.Store(row.A, to);
            TStore.Store(row.B, to + destinationColumnStride);
            if (TMap.Outputs > 2) { TStore.Store(row.C, to + (2 * destinationColumnStride)); }
            if (TMap.Outputs > 3) { TStore.Store(row.D, to + (3 * destinationColumnStride)); }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Quad Load<TMap>(float* source, nint stride)
        where TMap : IWinogradMap => new(
            Vector.Load(source),
            Vector.Load(source + stride),
            TMap.Inputs > 2 ? Vector.Load(source + (2 * stride)) : default,
            TMap.Inputs > 3 ? Vector.Load(source + (3 * stride)) : default);
}
