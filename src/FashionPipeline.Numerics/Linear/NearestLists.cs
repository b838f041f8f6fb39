using System.Numerics;
using System.Runtime.Intrinsics;

namespace FashionPipeline.Numerics.Linear;

/// <summary>
/// The k nearest points seen so far of each point. A candidate is one number, squared distance · 2^32 + index, so that ties fall to
/// the lower index.
/// </summary>
internal sealed class NearestLists
{
    private readonly int count;
    private readonly int neighbours;

    // Ascending within a point: [count, neighbours].
    private readonly long[] candidates;

    // The squared distance above which nothing is accepted any more; -1 where there is no point: [padded count].
    private readonly int[] limits;

    public NearestLists(int count, int paddedCount, int neighbours)
    {
        this.count = count;
        this.neighbours = neighbours;
        candidates = new long[count * neighbours];
        Array.Fill(candidates, long.MaxValue);
        limits = new int[paddedCount];
        limits.AsSpan(0, count).Fill(int.MaxValue);
        limits.AsSpan(count).Fill(-1);
    }

    /// <summary>Takes notice of the distances between two tiles of points, for the points of both.</summary>
    public void Offer(int[] squaredNorms, int[] dots, int row, int column, int tile)
    {
        for (var i = 0; i < tile && row + i < count; i++)
        {
            Offer(squaredNorms, dots.AsSpan(i * tile, tile), row + i, column, bothWays: row != column);
        }
    }

    /// <summary>Takes over what <paramref name="other"/> has seen.</summary>
    public void Merge(NearestLists other)
    {
        for (var point = 0; point < count; point++)
        {
            foreach (var candidate in other.candidates.AsSpan(point * neighbours, neighbours))
            {
                Insert(point, candidate);
            }
        }
    }

    /// <summary>The neighbours found, nearest first: [count, neighbours].</summary>
    public int[] Indexes() => Array.ConvertAll(candidates, candidate => (int)candidate);

    private void Offer(int[] squaredNorms, ReadOnlySpan<int> dots, int point, int column, bool bothWays)
    {
        var norm = Vector256.Create(squaredNorms[point]);
        for (var j = 0; j < dots.Length; j += Vector256<int>.Count)
        {
            var products = Vector256.Create(dots[j..]);
            var distances = norm + Vector256.Create(squaredNorms.AsSpan(column + j)) - products - products;
            var nearest = Vector256.LessThanOrEqual(distances, Vector256.Create(limits[point]))
                | Vector256.LessThanOrEqual(distances, Vector256.Create(limits.AsSpan(column + j)));
            for (var lanes = nearest.ExtractMostSignificantBits(); lanes != 0; lanes &= lanes - 1)
            {
                var lane = BitOperations.TrailingZeroCount(lanes);
                Offer(point, column + j + lane, distances[lane], bothWays);
            }
        }
    }

    private void Offer(int point, int other, int distance, bool bothWays)
    {
        if (other >= count || other == point)
        {
            return;
        }

        Insert(point, ((long)distance << 32) | (uint)other);
        if (bothWays)
        {
            Insert(other, ((long)distance << 32) | (uint)point);
        }
    }

    private void Insert(int point, long candidate)
    {
        var nearest = candidates.AsSpan(point * neighbours, neighbours);
        if (candidate >= nearest[^1])
        {
            return;
        }

        var place = nearest.Length - 1;
        for (; place > 0 && nearest[place - 1] > candidate; place--)
        {
            nearest[place] = nearest[place - 1];
        }

        nearest[place] = candidate;
        limits[point] = (int)(nearest[^1] >> 32);
    }
}
