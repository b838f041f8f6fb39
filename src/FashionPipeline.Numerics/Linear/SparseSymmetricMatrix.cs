namespace FashionPipeline.Numerics.Linear;

/// <summary>A sparse symmetric matrix in compressed sparse rows (CSR); both triangles are stored.</summary>
public sealed record SparseSymmetricMatrix
{
    /// <summary>Rows, and columns.</summary>
    public required int Order { get; init; }

    /// <summary>Where each row starts in <see cref="Columns"/> and <see cref="Values"/>: [order + 1].</summary>
    public required int[] RowStarts { get; init; }

    /// <summary>Column of each stored entry, ascending within a row: [stored entries].</summary>
    public required int[] Columns { get; init; }

    /// <summary>Value of each stored entry: [stored entries].</summary>
    public required double[] Values { get; init; }

    /// <summary>Number of stored entries.</summary>
    public int StoredEntries => Values.Length;

    /// <summary>The sum of each row, entries added from the left to the right: [order].</summary>
    public double[] RowSums()
    {
        var sums = new double[Order];
        for (var row = 0; row < Order; row++)
        {
            for (var entry = RowStarts[row]; entry < RowStarts[row + 1]; entry++)
            {
                sums[row] += Values[entry];
            }
        }

        return sums;
    }

    /// <summary>The symmetric matrix of the undirected edges given; entries that are given twice are added.</summary>
    /// <param name="order">Rows, and columns.</param>
    /// <param name="edges">Entries (row, column, value); each is stored at (row, column) and, off the diagonal, at (column, row).</param>
    /// <exception cref="ArgumentOutOfRangeException">An entry lies outside the matrix.</exception>
    public static SparseSymmetricMatrix FromEdges(int order, IReadOnlyCollection<(int Row, int Column, double Value)> edges)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        var entries = new List<(int Row, int Column, double Value)>(2 * edges.Count);
        foreach (var (row, column, value) in edges)
        {
            if ((uint)row >= (uint)order || (uint)column >= (uint)order)
            {
                throw new ArgumentOutOfRangeException(nameof(edges), $"Entry ({row}, {column}) lies outside a matrix of order {order}.");
            }

            entries.Add((row, column, value));
            if (row != column)
            {
                entries.Add((column, row, value));
            }
        }

        // Equal places are added in the order of their values: a sum of the same edges has the same bits in any order.
        entries.Sort();
        var rowStarts = new int[order + 1];
        var columns = new List<int>(entries.Count);
        var values = new List<double>(entries.Count);
        var previous = (Row: -1, Column: -1);
        foreach (var (row, column, value) in entries)
        {
            if ((row, column) == previous)
            {
                values[^1] += value;
                continue;
            }

            previous = (row, column);
            columns.Add(column);
            values.Add(value);
            rowStarts[row + 1] = columns.Count;
        }

        for (var row = 0; row < order; row++)
        {
            rowStarts[row + 1] = Math.Max(rowStarts[row], rowStarts[row + 1]);
        }

        return new SparseSymmetricMatrix { Order = order, RowStarts = rowStarts, Columns = [.. columns], Values = [.. values] };
    }
}
