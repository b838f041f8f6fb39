using System.Numerics;
using System.Runtime.Intrinsics;

namespace FashionPipeline.Numerics.Kernels;

/// <summary>What kernels do with matrices beside products of them: sums of rows, and transposition.</summary>
internal static unsafe class Matrix
{
    /// <summary>Adds each row of [rows, columns] to the sums, the first row first.</summary>
    public static void AddRows(float* rows, nint stride, int count, int columns, float* sums)
    {
        // Four vectors side by side: a single chain of sums would wait for each addition.
        var column = 0;
        for (; column + (4 * Vector<float>.Count) <= columns; column += 4 * Vector<float>.Count)
        {
            var place = sums + column;
            var (sum0, sum1) = (Vector.Load(place), Vector.Load(place + Vector<float>.Count));
            var (sum2, sum3) = (Vector.Load(place + (2 * Vector<float>.Count)), Vector.Load(place + (3 * Vector<float>.Count)));
            for (var row = 0; row < count; row++)
            {
                var from = rows + (row * stride) + column;
                sum0 += Vector.Load(from);
                sum1 += Vector.Load(from + Vector<float>.Count);
                sum2 += Vector.Load(from + (2 * Vector<float>.Count));
                sum3 += Vector.Load(from + (3 * Vector<float>.Count));
            }

            sum0.Store(place);
            sum1.Store(place + Vector<float>.Count);
            sum2.Store(place + (2 * Vector<float>.Count));
            sum3.Store(place + (3 * Vector<float>.Count));
        }

        for (; column + Vector<float>.Count <= columns; column += Vector<float>.Count)
        {
            var sum = Vector.Load(sums + column);
            for (var row = 0; row < count; row++)
            {
                sum += Vector.Load(rows + (row * stride) + column);
            }

            sum.Store(sums + column);
        }

        for (; column < columns; column++)
        {
            for (var row = 0; row < count; row++)
            {
                sums[column] += rows[(row * stride) + column];
            }
        }
    }

    /// <summary>Lays rows of <paramref name="columns"/> numbers, <paramref name="stride"/> apart, one behind the other.</summary>
    public static void CopyRows(float* rows, nint stride, int count, int columns, float* destination)
    {
        for (var row = 0; row < count; row++, rows += stride, destination += columns)
        {
            var column = 0;
            for (; column + Vector<float>.Count <= columns; column += Vector<float>.Count)
            {
                Vector.Load(rows + column).Store(destination + column);
            }

            for (; column < columns; column++)
            {
                destination[column] = rows[column];
            }
        }
    }

    /// <summary>[rows, columns] -> [columns, rows].</summary>
    public static void Transpose(float* source, int rows, int columns, float* destination)
    {
        nint stride = columns;
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            var from = source + (row * stride);
            var to = destination + row;
            for (var column = 0; column < columns; column++, from++, to += rows)
            {
                Vector128.Create(from[0], from[stride], from[2 * stride], from[3 * stride]).Store(to);
            }
        }

        for (; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                destination[((nint)column * rows) + row] = source[(row * stride) + column];
            }
        }
    }
}
