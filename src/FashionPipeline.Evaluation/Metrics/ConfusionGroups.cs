namespace FashionPipeline.Evaluation.Metrics;

/// <summary>Classes that are taken for each other, directly or by way of others, and how many mistakes stay among them.</summary>
/// <param name="Groups">The groups of at least two classes, each ascending, in the order of their first class.</param>
/// <param name="Mistakes">Mistakes within each group.</param>
/// <param name="All">Mistakes in all.</param>
public sealed record ConfusionGroups(IReadOnlyList<IReadOnlyList<int>> Groups, IReadOnlyList<int> Mistakes, int All)
{
    /// <summary>Two classes are joined where at least this share of the images of both is taken for the other class.</summary>
    public const double Joining = 0.01;

    /// <summary>Joins classes by a matrix.</summary>
    public static ConfusionGroups Of(ConfusionMatrix matrix)
    {
        var groups = new List<IReadOnlyList<int>>();
        var open = Enumerable.Range(0, matrix.Classes).ToList();
        while (open.Count > 0)
        {
            var group = new SortedSet<int> { open[0] };
            while (open.Where(other => !group.Contains(other) && group.Any(label => IsJoined(matrix, label, other))).ToList()
                is { Count: > 0 } joined)
            {
                group.UnionWith(joined);
            }

            open.RemoveAll(group.Contains);
            if (group.Count > 1)
            {
                groups.Add([.. group]);
            }
        }

        return new(
            groups,
            [.. groups.Select(group => group.Sum(truth => group.Where(label => label != truth).Sum(label => matrix[truth, label])))],
            matrix.Total - matrix.Correct);
    }

    private static bool IsJoined(ConfusionMatrix matrix, int one, int other)
    {
        var images = Enumerable.Range(0, matrix.Classes).Sum(label => matrix[one, label] + matrix[other, label]);
        return images > 0 && matrix[one, other] + matrix[other, one] >= Joining * images;
    }
}
