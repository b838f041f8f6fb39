namespace FashionPipeline.Evaluation.Embedding;

/// <summary>How often the nearest neighbours of a point of an embedding are of its own class.</summary>
/// <param name="All">Share of all points' neighbours that are of the point's class, 0 to 1.</param>
/// <param name="Classes">The same of each class; the index is the label. Null for a class without points.</param>
/// <param name="Looked">How many neighbours of each point were looked at.</param>
public sealed record NeighbourAgreement(double All, IReadOnlyList<double?> Classes, int Looked)
{
    /// <summary>Compares each point with its nearest ones in the embedding; of equally far ones with the lower indexes.</summary>
    /// <param name="embedding">The points.</param>
    /// <param name="labels">The class of each: [points].</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="neighbours">How many neighbours of a point are looked at, at least 1; all others, where there are no more.</param>
    public static NeighbourAgreement Of(SpectralEmbeddingResult embedding, byte[] labels, int classes, int neighbours)
    {
        var same = new int[labels.Length];
        var looked = Math.Max(0, Math.Min(neighbours, labels.Length - 1));
        Parallel.For(0, labels.Length, point => same[point] =
            Nearest(embedding, labels.Length, point, looked).Count(other => labels[other] == labels[point]));
        var (sums, points) = (new long[classes], new long[classes]);
        for (var point = 0; point < labels.Length; point++)
        {
            sums[labels[point]] += same[point];
            points[labels[point]] += looked;
        }

        return new(Share(sums.Sum(), points.Sum()) ?? 0, [.. sums.Zip(points, Share)], looked);
    }

    private static double? Share(long same, long all) => all == 0 ? null : (double)same / all;

    // The nearest so far, ascending; most points are farther than all of them.
    private static int[] Nearest(SpectralEmbeddingResult embedding, int points, int point, int count)
    {
        var nearest = new int[count];
        var distances = new double[count];
        var found = 0;
        for (var other = 0; other < points && count > 0; other++)
        {
            var distance = other == point ? double.PositiveInfinity : SquaredDistance(embedding, point, other);
            if (other == point || (found == count && !(distance < distances[^1])))
            {
                continue;
            }

            var place = Math.Min(found, count - 1);
            for (; place > 0 && distance < distances[place - 1]; place--)
            {
                (distances[place], nearest[place]) = (distances[place - 1], nearest[place - 1]);
            }

            (distances[place], nearest[place]) = (distance, other);
            found = Math.Min(found + 1, count);
        }

        return nearest;
    }

    private static double SquaredDistance(SpectralEmbeddingResult embedding, int point, int other)
    {
        var sum = 0d;
        for (var axis = 0; axis < embedding.Dimensions; axis++)
        {
            var difference = embedding.Coordinates[(point * embedding.Dimensions) + axis]
                - embedding.Coordinates[(other * embedding.Dimensions) + axis];
            sum += difference * difference;
        }

        return sum;
    }
}
