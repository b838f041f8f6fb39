using FashionPipeline.Numerics.Linear;
using FsCheck;
using FsCheck.Fluent;

namespace FashionPipeline.Tests.Numerics.Linear;

public class NearestNeighboursTests
{
    [Fact]
    public void Should_equal_brute_force_for_any_count_and_width()
    {
        var cases = from count in Gen.Choose(2, 300)
                    from width in Gen.Choose(1, 37)
                    from neighbours in Gen.Choose(1, Math.Min(7, count - 1))
                    from highest in Gen.Elements(1, 3, 255)
                    from seed in Gen.Choose(0, int.MaxValue - 1)
                    select (count, width, neighbours, highest, seed);
        Prop.ForAll(Arb.From(cases), sample =>
        {
            // Few different values make many ties.
            var random = new System.Random(sample.seed);
            var points = new byte[sample.count * sample.width];
            for (var i = 0; i < points.Length; i++)
            {
                points[i] = (byte)(random.Next(sample.highest + 1) * (255 / sample.highest));
            }

            return NearestNeighbours.Find(points, sample.width, sample.neighbours, new ParallelOptions())
                .SequenceEqual(BruteForce(points, sample.width, sample.neighbours));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Should_bear_the_greatest_distances_without_overflow()
    {
        var points = new byte[3 * NearestNeighbours.MaxDimensions];
        points.AsSpan(0, NearestNeighbours.MaxDimensions).Fill(255);
        points.AsSpan(0, 1).Clear();

        Assert.Equal([1, 2, 2, 0, 1, 0], NearestNeighbours.Find(points, NearestNeighbours.MaxDimensions, 2, new ParallelOptions()));
    }

    [Fact]
    public void Should_stop_when_cancelled()
    {
        var parallel = new ParallelOptions { CancellationToken = new CancellationToken(canceled: true) };
        Assert.ThrowsAny<OperationCanceledException>(() => NearestNeighbours.Find(new byte[100], 10, 2, parallel));
    }

    private static IEnumerable<int> BruteForce(byte[] points, int width, int neighbours)
    {
        var count = points.Length / width;
        return Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, count)
            .Where(j => j != i)
            .OrderBy(j => Enumerable.Range(0, width)
                .Sum(d => (points[(i * width) + d] - points[(j * width) + d]) * (points[(i * width) + d] - points[(j * width) + d])))
            .ThenBy(j => j)
            .Take(neighbours));
    }
}
