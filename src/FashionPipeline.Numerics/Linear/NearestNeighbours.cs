namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// The exact nearest neighbours of points with byte coordinates, by Euclidean distance. Squared distances are
/// |a|² + |b|² - 2·a·b in whole numbers, so that neither the width of vectors nor the number of cores can change the result.
/// </summary>
public static class NearestNeighbours
{
    /// <summary>Most coordinates of a point: the sum of two squared norms must stay below 2^31.</summary>
    public const int MaxDimensions = int.MaxValue / (2 * 255 * 255);

    // 128 points of 784 coordinates have 200 KB: two tiles stay in the second-level cache.
    private const int Tile = 128;

    /// <summary>The nearest other points of each point, nearest first; the lower index first where two are equally far.</summary>
    /// <param name="points">Coordinates: [count, dimensions].</param>
    /// <param name="dimensions">Coordinates of a point, 1 to <see cref="MaxDimensions"/>.</param>
    /// <param name="neighbours">Neighbours to find for each point, itself not counted: 0 to count - 1.</param>
    /// <param name="parallel">Cores to use, and cancellation; changes no result.</param>
    /// <returns>Indexes of the neighbours: [count, neighbours].</returns>
    /// <exception cref="ArgumentException">A number out of its range, or a length that is no multiple of the dimensions.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static int[] Find(ReadOnlySpan<byte> points, int dimensions, int neighbours, ParallelOptions parallel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MaxDimensions);
        if (points.Length % dimensions != 0)
        {
            throw new ArgumentException($"{points.Length} coordinates are no multiple of {dimensions}.", nameof(points));
        }

        var count = points.Length / dimensions;
        ArgumentOutOfRangeException.ThrowIfNegative(neighbours);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(neighbours, Math.Max(0, count - 1));
        if (neighbours == 0)
        {
            return [];
        }

        var packed = PackedPoints.Pack(points, dimensions, Tile);
        var tiles = packed.PaddedCount / Tile;
        var pairs = new List<(int Row, int Column)>();
        for (var row = 0; row < tiles; row++)
        {
            for (var column = row; column < tiles; column++)
            {
                pairs.Add((row, column));
            }
        }

        var merged = new NearestLists(count, packed.PaddedCount, neighbours);
        var next = -1;
        var workers = parallel.MaxDegreeOfParallelism > 0 ? parallel.MaxDegreeOfParallelism : Environment.ProcessorCount;
        Parallel.For(0, Math.Min(workers, pairs.Count), parallel, _ =>
        {
            var own = new NearestLists(count, packed.PaddedCount, neighbours);
            var dots = new int[Tile * Tile];
            for (int pair; (pair = Interlocked.Increment(ref next)) < pairs.Count;)
            {
                parallel.CancellationToken.ThrowIfCancellationRequested();
                var (row, column) = pairs[pair];
                DotProducts.Compute(packed, row * Tile, column * Tile, Tile, dots);
                own.Offer(packed.SquaredNorms, dots, row * Tile, column * Tile, Tile);
            }

            // The best k of a set are the same in whatever order its members come.
            lock (merged)
            {
                merged.Merge(own);
            }
        });
        return merged.Indexes();
    }
}
