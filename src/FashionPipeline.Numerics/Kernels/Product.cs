using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// A matrix product, the one kernel under dense and conv2d, forward and backward:
/// <c>output[i, j] = start[i, j] + Σ left[i, k]·right[k, j]</c>. Each output is one chain of fused multiply-adds, k ascending; outputs
/// share nothing, so neither the tiles nor the width of the vectors change a bit. The steps k lie in runs: a window of an image is
/// one run for each of its rows. All distances count numbers.
/// </summary>
internal unsafe struct Product
{
    /// <summary>left[0, 0].</summary>
    public float* Left;

    /// <summary>From one row of left to the next.</summary>
    public nint LeftRowStride;

    /// <summary>From one step of left to the next within a run.</summary>
    public nint LeftStepStride;

    /// <summary>From one run of left to the next.</summary>
    public nint LeftRunStride;

    /// <summary>right[0, 0]; its columns are adjacent.</summary>
    public float* Right;

    /// <summary>From one step of right to the next within a run.</summary>
    public nint RightStepStride;

    /// <summary>From one run of right to the next.</summary>
    public nint RightRunStride;

    /// <summary>Runs of steps.</summary>
    public int Runs;

    /// <summary>Steps in a run.</summary>
    public int RunLength;

    /// <summary>start[0, 0]; null starts from zero. It may be the output, which is then added to.</summary>
    public float* Start;

    /// <summary>From one row of start to the next; 0 starts every row from the same numbers.</summary>
    public nint StartRowStride;

    /// <summary>output[0, 0].</summary>
    public float* Output;

    /// <summary>From one row of output to the next.</summary>
    public nint OutputRowStride;

    /// <summary>Whether the output is max(0, sum).</summary>
    public bool Relu;

    /// <summary>
    /// Whether <see cref="ComputeByPanels"/> pays where steps of right lie far apart: vectors of 512 bits use up whole lines of the
    /// cache and return to them less often. The bits are the same either way.
    /// </summary>
    public static bool WantsPanels => !Vector512.IsHardwareAccelerated;

    // AVX-512 and Arm have 32 registers, others 16: a row takes two, and three more hold the factors.
    private static int MaxRows => Avx512F.VL.IsSupported || AdvSimd.Arm64.IsSupported ? 8 : 6;

    // Without the instruction, vectors are taken apart number by number, slower than numbers from the start.
    private static bool HasMultiplyAdd => Fma.IsSupported || AdvSimd.IsSupported;

    /// <summary>Computes all of it.</summary>
    /// <param name="rows">Rows of left and of output.</param>
    /// <param name="columns">Columns of right and of output.</param>
    public readonly void Compute(int rows, int columns)
    {
        var column = 0;
        if (Vector512.IsHardwareAccelerated && HasMultiplyAdd)
        {
            column = Panels<Simd512, Vector512<float>>(rows, columns, column);
        }

        if (Vector256.IsHardwareAccelerated && HasMultiplyAdd)
        {
            column = Panels<Simd256, Vector256<float>>(rows, columns, column);
        }

        if (Vector128.IsHardwareAccelerated && HasMultiplyAdd)
        {
            column = Panels<Simd128, Vector128<float>>(rows, columns, column);
        }

        column = Panels<Scalar<One>, float>(rows, columns, column);
        if (column < columns)
        {
            Panel<Scalar<Zero>, float>(rows, column);
        }
    }

    /// <summary>
    /// Computes all of a product of one run, <paramref name="steps"/> at a time, with the columns of right copied side by side: steps
    /// that lie a power of two apart would drive each other from the cache.
    /// </summary>
    /// <param name="rows">Rows of left and of output.</param>
    /// <param name="columns">Columns of right and of output.</param>
    /// <param name="steps">Steps of a panel.</param>
    /// <param name="panel">[steps, columns], written.</param>
    public readonly void ComputeByPanels(int rows, int columns, int steps, float* panel)
    {
        var part = this with { Right = panel, RightStepStride = columns };
        var step = 0;
        do
        {
            part.RunLength = Math.Min(steps, RunLength - step);
            part.Left = Left + (step * LeftStepStride);
            part.Relu = Relu && step + part.RunLength == RunLength;
            Matrix.CopyRows(Right + (step * RightStepStride), RightStepStride, part.RunLength, columns, panel);
            part.Compute(rows, columns);
            part.Start = Output;
            part.StartRowStride = OutputRowStride;
            step += steps;
        }
        while (step < RunLength);
    }

    /// <summary>Computes as many columns as fill panels of two vectors; returns the first column that is left.</summary>
    private readonly int Panels<TSimd, TVector>(int rows, int columns, int column)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        for (; column + (2 * TSimd.Count) <= columns; column += 2 * TSimd.Count)
        {
            Panel<TSimd, TVector>(rows, column);
        }

        return column;
    }

    // Rows are shared out evenly: 26 rows are 7 + 7 + 6 + 6, as a tile of two rows would leave the multipliers idle.
    private readonly void Panel<TSimd, TVector>(int rows, int column)
        where TSimd : ISimd<TVector>
        where TVector : unmanaged
    {
        var tiles = (rows + MaxRows - 1) / MaxRows;
        for (var tile = 0; tile < tiles; tile++)
        {
            var row = (int)((long)rows * tile / tiles);
            var next = (int)((long)rows * (tile + 1) / tiles);
            switch (next - row)
            {
                case 1: Tile.Compute<TSimd, TVector, One>(this, row, column); break;
                case 2: Tile.Compute<TSimd, TVector, Two>(this, row, column); break;
                case 3: Tile.Compute<TSimd, TVector, Three>(this, row, column); break;
                case 4: Tile.Compute<TSimd, TVector, Four>(this, row, column); break;
                case 5: Tile.Compute<TSimd, TVector, Five>(this, row, column); break;
                case 6: Tile.Compute<TSimd, TVector, Six>(this, row, column); break;
                case 7: Tile.Compute<TSimd, TVector, Seven>(this, row, column); break;
                default: Tile.Compute<TSimd, TVector, Eight>(this, row, column); break;
            }
        }
    }
}
