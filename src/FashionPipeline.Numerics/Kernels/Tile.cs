using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// The register-blocked core of every product: up to 8 rows by 2 vectors of sums stay in registers while the steps pass by, each
/// step one number of the left factor times two vectors of the right one. Written once, compiled for each size.
/// </summary>
internal static unsafe class Tile
{
    /// <summary>A part of a product: TRows rows from <paramref name="row"/> on, two vectors of columns from <paramref name="column"/> on.</summary>
    // Few long calls: without the attribute the first ones would run unoptimised.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compute<TLanes, TVector, TRows>(in Product product, int row, int column)
        where TLanes : ILanes<TVector>
        where TVector : struct
        where TRows : IConstant
    {
        TVector a0 = default, a1 = default, a2 = default, a3 = default, a4 = default, a5 = default, a6 = default, a7 = default;
        TVector b0 = default, b1 = default, b2 = default, b3 = default, b4 = default, b5 = default, b6 = default, b7 = default;
        if (product.Start != null)
        {
            var stride = product.StartRow;
            var start = product.Start + (row * stride) + column;
            var next = start + TLanes.Count;
            a0 = TLanes.Load(start); b0 = TLanes.Load(next);
            if (TRows.Value > 1) { a1 = TLanes.Load(start + stride); b1 = TLanes.Load(next + stride); }
            if (TRows.Value > 2) { a2 = TLanes.Load(start + (2 * stride)); b2 = TLanes.Load(next + (2 * stride)); }
            if (TRows.Value > 3) { a3 = TLanes.Load(start + (3 * stride)); b3 = TLanes.Load(next + (3 * stride)); }
            if (TRows.Value > 4) { a4 = TLanes.Load(start + (4 * stride)); b4 = TLanes.Load(next + (4 * stride)); }
            if (TRows.Value > 5) { a5 = TLanes.Load(start + (5 * stride)); b5 = TLanes.Load(next + (5 * stride)); }
            if (TRows.Value > 6) { a6 = TLanes.Load(start + (6 * stride)); b6 = TLanes.Load(next + (6 * stride)); }
            if (TRows.Value > 7) { a7 = TLanes.Load(start + (7 * stride)); b7 = TLanes.Load(next + (7 * stride)); }
        }

        // Three rows share a pointer: one for each would not fit the general registers.
        var row1 = product.LeftRow;
        var row2 = 2 * row1;
        var step = product.LeftStep;
        var rightStep = product.RightStep;
        for (var run = 0; run < product.Runs; run++)
        {
            var p0 = product.Left + (row * row1) + (run * product.LeftRun);
            var p3 = p0 + (3 * row1);
            var p6 = p3 + (3 * row1);
            var right = product.Right + (run * product.RightRun) + column;
            for (var k = product.RunLength; k > 0; k--)
            {
                var a = TLanes.Load(right);
                var b = TLanes.Load(right + TLanes.Count);
                var x = TLanes.Broadcast(p0[0]);
                a0 = TLanes.MultiplyAdd(x, a, a0); b0 = TLanes.MultiplyAdd(x, b, b0);
                if (TRows.Value > 1) { x = TLanes.Broadcast(p0[row1]); a1 = TLanes.MultiplyAdd(x, a, a1); b1 = TLanes.MultiplyAdd(x, b, b1); }
                if (TRows.Value > 2) { x = TLanes.Broadcast(p0[row2]); a2 = TLanes.MultiplyAdd(x, a, a2); b2 = TLanes.MultiplyAdd(x, b, b2); }
                if (TRows.Value > 3) { x = TLanes.Broadcast(p3[0]); a3 = TLanes.MultiplyAdd(x, a, a3); b3 = TLanes.MultiplyAdd(x, b, b3); }
                if (TRows.Value > 4) { x = TLanes.Broadcast(p3[row1]); a4 = TLanes.MultiplyAdd(x, a, a4); b4 = TLanes.MultiplyAdd(x, b, b4); }
                if (TRows.Value > 5) { x = TLanes.Broadcast(p3[row2]); a5 = TLanes.MultiplyAdd(x, a, a5); b5 = TLanes.MultiplyAdd(x, b, b5); }
                if (TRows.Value > 6) { x = TLanes.Broadcast(p6[0]); a6 = TLanes.MultiplyAdd(x, a, a6); b6 = TLanes.MultiplyAdd(x, b, b6); }
                if (TRows.Value > 7) { x = TLanes.Broadcast(p6[row1]); a7 = TLanes.MultiplyAdd(x, a, a7); b7 = TLanes.MultiplyAdd(x, b, b7); }
                p0 += step;
                if (TRows.Value > 3) { p3 += step; }
                if (TRows.Value > 6) { p6 += step; }
                right += rightStep;
            }
        }

        if (product.Relu)
        {
            a0 = TLanes.Relu(a0); b0 = TLanes.Relu(b0);
            if (TRows.Value > 1) { a1 = TLanes.Relu(a1); b1 = TLanes.Relu(b1); }
            if (TRows.Value > 2) { a2 = TLanes.Relu(a2); b2 = TLanes.Relu(b2); }
            if (TRows.Value > 3) { a3 = TLanes.Relu(a3); b3 = TLanes.Relu(b3); }
            if (TRows.Value > 4) { a4 = TLanes.Relu(a4); b4 = TLanes.Relu(b4); }
            if (TRows.Value > 5) { a5 = TLanes.Relu(a5); b5 = TLanes.Relu(b5); }
            if (TRows.Value > 6) { a6 = TLanes.Relu(a6); b6 = TLanes.Relu(b6); }
            if (TRows.Value > 7) { a7 = TLanes.Relu(a7); b7 = TLanes.Relu(b7); }
        }

        {
            var stride = product.OutputRow;
            var output = product.Output + (row * stride) + column;
            var next = output + TLanes.Count;
            TLanes.Store(a0, output); TLanes.Store(b0, next);
            if (TRows.Value > 1) { TLanes.Store(a1, output + stride); TLanes.Store(b1, next + stride); }
            if (TRows.Value > 2) { TLanes.Store(a2, output + (2 * stride)); TLanes.Store(b2, next + (2 * stride)); }
            if (TRows.Value > 3) { TLanes.Store(a3, output + (3 * stride)); TLanes.Store(b3, next + (3 * stride)); }
            if (TRows.Value > 4) { TLanes.Store(a4, output + (4 * stride)); TLanes.Store(b4, next + (4 * stride)); }
            if (TRows.Value > 5) { TLanes.Store(a5, output + (5 * stride)); TLanes.Store(b5, next + (5 * stride)); }
            if (TRows.Value > 6) { TLanes.Store(a6, output + (6 * stride)); TLanes.Store(b6, next + (6 * stride)); }
            if (TRows.Value > 7) { TLanes.Store(a7, output + (7 * stride)); TLanes.Store(b7, next + (7 * stride)); }
        }
    }
}
