using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// The register-blocked core of every product: up to 8 rows by 2 vectors of sums stay in registers while the steps pass by, each
/// step one number of the left factor times two vectors of the right one. Written once, compiled for each size.
/// </summary>
internal static unsafe class Tile
{
    /// <summary>
    /// A part of a product: TRows rows from <paramref name="row"/> on, two vectors of columns from <paramref name="column"/> on.
    /// </summary>
    // Few long calls: without the attribute the first ones would run unoptimised.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TSimd, TVector, TRows>(in Product product, int row, int column)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
        where TRows : IConstant
    {
        TVector a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        TVector b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default, b6 = default, b7 = default;
        if (product.Start != null)
        {
            var stride = product.StartRowStride;
            var start = product.Start + (row * stride) + column;
            var next = start + TSimd.Count;
            a0 = Load<TVector>(start); b0 = Load<TVector>(next);
            if (TRows.Value > 1) { a1 = Load<TVector>(start + stride); b1 = Load<TVector>(next + stride); }
            if (TRows.Value > 2) { a2 = Load<TVector>(start + (2 * stride)); b2 = Load<TVector>(next + (2 * stride)); }
            if (TRows.Value > 3) { a3 = Load<TVector>(start + (3 * stride)); b3 = Load<TVector>(next + (3 * stride)); }
            if (TRows.Value > 4) { a4 = Load<TVector>(start + (4 * stride)); b4 = Load<TVector>(next + (4 * stride)); }
            if (TRows.Value > 5) { a5 = Load<TVector>(start + (5 * stride)); b5 = Load<TVector>(next + (5 * stride)); }
            if (TRows.Value > 6) { a6 = Load<TVector>(start + (6 * stride)); b6 = Load<TVector>(next + (6 * stride)); }
            if (TRows.Value > 7) { a7 = Load<TVector>(start + (7 * stride)); b7 = Load<TVector>(next + (7 * stride)); }
        }

        // Three rows share a pointer: one for each would not fit the general registers.
        var row1 = product.LeftRowStride;
        var row2 = 2 * row1;
        var step = product.LeftStepStride;
        var rightStep = product.RightStepStride;
        for (var run = 0; run < product.Runs; run++)
        {
            var p0 = product.Left + (row * row1) + (run * product.LeftRunStride);
            var p3 = p0 + (3 * row1);
            var p6 = p3 + (3 * row1);
            var right = product.Right + (run * product.RightRunStride) + column;
            for (var k = product.RunLength; k > 0; k--)
            {
                var a = Load<TVector>(right);
                var b = Load<TVector>(right + TSimd.Count);
                var x = TSimd.Create(p0[0]);
                a0 = TSimd.MultiplyAdd(x, a, a0); b0 = TSimd.MultiplyAdd(x, b, b0);
                if (TRows.Value > 1) { x = TSimd.Create(p0[row1]); a1 = TSimd.MultiplyAdd(x, a, a1); b1 = TSimd.MultiplyAdd(x, b, b1); }
                if (TRows.Value > 2) { x = TSimd.Create(p0[row2]); a2 = TSimd.MultiplyAdd(x, a, a2); b2 = TSimd.MultiplyAdd(x, b, b2); }
                if (TRows.Value > 3) { x = TSimd.Create(p3[0]); a3 = TSimd.MultiplyAdd(x, a, a3); b3 = TSimd.MultiplyAdd(x, b, b3); }
                if (TRows.Value > 4) { x = TSimd.Create(p3[row1]); a4 = TSimd.MultiplyAdd(x, a, a4); b4 = TSimd.MultiplyAdd(x, b, b4); }
                if (TRows.Value > 5) { x = TSimd.Create(p3[row2]); a5 = TSimd.MultiplyAdd(x, a, a5); b5 = TSimd.MultiplyAdd(x, b, b5); }
                if (TRows.Value > 6) { x = TSimd.Create(p6[0]); a6 = TSimd.MultiplyAdd(x, a, a6); b6 = TSimd.MultiplyAdd(x, b, b6); }
                if (TRows.Value > 7) { x = TSimd.Create(p6[row1]); a7 = TSimd.MultiplyAdd(x, a, a7); b7 = TSimd.MultiplyAdd(x, b, b7); }
                p0 += step;
                if (TRows.Value > 3) { p3 += step; }
                if (TRows.Value > 6) { p6 += step; }
                right += rightStep;
            }
        }

        if (product.Relu)
        {
            a0 = TSimd.Relu(a0); b0 = TSimd.Relu(b0);
            if (TRows.Value > 1) { a1 = TSimd.Relu(a1); b1 = TSimd.Relu(b1); }
            if (TRows.Value > 2) { a2 = TSimd.Relu(a2); b2 = TSimd.Relu(b2); }
            if (TRows.Value > 3) { a3 = TSimd.Relu(a3); b3 = TSimd.Relu(b3); }
            if (TRows.Value > 4) { a4 = TSimd.Relu(a4); b4 = TSimd.Relu(b4); }
            if (TRows.Value > 5) { a5 = TSimd.Relu(a5); b5 = TSimd.Relu(b5); }
            if (TRows.Value > 6) { a6 = TSimd.Relu(a6); b6 = TSimd.Relu(b6); }
            if (TRows.Value > 7) { a7 = TSimd.Relu(a7); b7 = TSimd.Relu(b7); }
        }

        {
            var stride = product.OutputRowStride;
            var output = product.Output + (row * stride) + column;
            var next = output + TSimd.Count;
            Store(a0, output); Store(b0, next);
            if (TRows.Value > 1) { Store(a1, output + stride); Store(b1, next + stride); }
            if (TRows.Value > 2) { Store(a2, output + (2 * stride)); Store(b2, next + (2 * stride)); }
            if (TRows.Value > 3) { Store(a3, output + (3 * stride)); Store(b3, next + (3 * stride)); }
            if (TRows.Value > 4) { Store(a4, output + (4 * stride)); Store(b4, next + (4 * stride)); }
            if (TRows.Value > 5) { Store(a5, output + (5 * stride)); Store(b5, next + (5 * stride)); }
            if (TRows.Value > 6) { Store(a6, output + (6 * stride)); Store(b6, next + (6 * stride)); }
            if (TRows.Value > 7) { Store(a7, output + (7 * stride)); Store(b7, next + (7 * stride)); }
        }
    }
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Load<TVector>(float* source)
        where TVector : unmanaged => Unsafe.ReadUnaligned<TVector>(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVector>(TVector values, float* destination)
        where TVector : unmanaged => Unsafe.WriteUnaligned(destination, values);
}
