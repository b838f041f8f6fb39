using System.Runtime.Intrinsics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>
/// The squared norm of a gradient, and its scaling to a norm. Squares are exact in double; those of a block of 4,096 values go to eight
/// sums, value i to sum i mod 8, and the sums are added in their order, and then the blocks in theirs.
/// </summary>
public static unsafe class GradientNorm
{
    /// <summary>The sum of all squares.</summary>
    /// <param name="gradient">Any number of values.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static double Squared(ReadOnlySpan<float> gradient, Workspace workspace)
    {
        var blocks = new double[Blocks.Count(gradient.Length)];
        fixed (float* values = gradient)
        fixed (double* sums = blocks)
        {
            workspace.Cores.Run(blocks.Length, new SquareWork(gradient.Length, values, sums));
        }

        var total = 0d;
        foreach (var block in blocks)
        {
            total += block;
        }

        return total;
    }

    /// <summary>Multiplies each value by a factor.</summary>
    /// <param name="gradient">Any number of values.</param>
    /// <param name="factor">The factor.</param>
    /// <param name="workspace">Lends the cores.</param>
    public static void Scale(Span<float> gradient, float factor, Workspace workspace)
    {
        fixed (float* values = gradient)
        {
            workspace.Cores.Run(Blocks.Count(gradient.Length), new ScaleWork(gradient.Length, values, factor));
        }
    }

    private readonly struct SquareWork(int length, float* values, double* sums) : IWork
    {
        public void Compute(int item, int worker)
        {
            var (start, end) = Blocks.Bounds(item, length);
            var eight = Vector512<double>.Zero;
            var i = start;
            for (; i <= end - Vector512<double>.Count; i += Vector512<double>.Count)
            {
                var (lower, upper) = Vector256.Widen(Vector256.Load(values + i));
                var value = Vector512.Create(lower, upper);
                eight += value * value;
            }

            var sum = 0d;
            for (var lane = 0; lane < Vector512<double>.Count; lane++, i++)
            {
                var last = i < end ? (double)values[i] : 0;
                sum += eight[lane] + (last * last);
            }

            sums[item] = sum;
        }
    }

    private readonly struct ScaleWork(int length, float* values, float factor) : IWork
    {
        public void Compute(int item, int worker)
        {
            var (start, end) = Blocks.Bounds(item, length);
            for (var i = start; i < end; i++)
            {
                values[i] *= factor;
            }
        }
    }
}
