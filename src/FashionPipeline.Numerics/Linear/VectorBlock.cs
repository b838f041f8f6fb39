using System.Numerics;
using System.Runtime.CompilerServices;

namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// Several vectors side by side, so that a lane of a SIMD register is a vector: [length, width], the width a multiple of 8.
/// Sums over the length are made of chunks of fixed size, added in order; no result depends on the number of cores.
/// </summary>
internal sealed class VectorBlock(int length, int width, ParallelOptions parallel)
{
    private const int Chunk = 512;

    public int Length => length;

    public int Width => width;

    public double[] Values { get; } = new double[length * width];

    public Span<double> Row(int index) => Values.AsSpan(index * width, width);

    /// <summary>
    /// Runs <paramref name="body"/> for the chunks of rows; it may write to its own rows only. There are so few chunks that a body
    /// should be compiled with AggressiveOptimization: most of them would run before the compiler saw that it is worth the trouble.
    /// </summary>
    public void ForEachChunk(Action<int, int, int> body) => Parallel.For(
        0,
        (length + Chunk - 1) / Chunk,
        parallel,
        chunk => body(chunk, chunk * Chunk, Math.Min(length, (chunk + 1) * Chunk)));

    /// <summary>Products of each vector of this block with each of <paramref name="other"/>: [width, width].</summary>
    public double[] Dot(VectorBlock other)
    {
        var size = width * width;
        var chunks = (length + Chunk - 1) / Chunk;
        var partial = new double[chunks * size];
        ForEachChunk([MethodImpl(MethodImplOptions.AggressiveOptimization)] (chunk, start, end) =>
        {
            var sums = partial.AsSpan(chunk * size, size);
            for (var i = start; i < end; i++)
            {
                var right = other.Row(i);
                var left = Row(i);
                for (var p = 0; p < left.Length; p++)
                {
                    AddScaled(sums.Slice(p * right.Length, right.Length), left[p], right);
                }
            }
        });
        var total = new double[size];
        for (var chunk = 0; chunk < chunks; chunk++)
        {
            AddScaled(total, 1, partial.AsSpan(chunk * size, size));
        }

        return total;
    }

    /// <summary>Replaces the vectors by their combinations: this · <paramref name="matrix"/> [width, width].</summary>
    public void Combine(double[] matrix) => ForEachChunk([MethodImpl(MethodImplOptions.AggressiveOptimization)] (_, start, end) =>
    {
        var combined = new double[width];
        for (var i = start; i < end; i++)
        {
            var row = Row(i);
            Array.Clear(combined);
            for (var p = 0; p < row.Length; p++)
            {
                AddScaled(combined, row[p], matrix.AsSpan(p * row.Length, row.Length));
            }

            combined.CopyTo(row);
        }
    });

    /// <summary>One vector of the block: [length].</summary>
    public double[] Column(int index)
    {
        var column = new double[length];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = Values[(i * width) + index];
        }

        return column;
    }

    // The length of both is a multiple of 8, and so of every vector's.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddScaled(Span<double> sums, double factor, ReadOnlySpan<double> values)
    {
        for (var lane = 0; lane < sums.Length; lane += Vector<double>.Count)
        {
            var sum = new Vector<double>(sums[lane..]) + (new Vector<double>(factor) * new Vector<double>(values[lane..]));
            sum.CopyTo(sums[lane..]);
        }
    }
}
