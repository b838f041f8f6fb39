namespace FashionPipeline.Evaluation.Statistics;

/// <summary>
/// By how much two models differ that were trained with the same seeds: seed by seed, so that what a seed does to both falls out.
/// </summary>
/// <param name="Differences">The first model's figure minus the second's, one a seed.</param>
/// <param name="Spread">Their mean and standard deviation.</param>
/// <param name="Interval">The 95% interval of their mean by Student's t; null where there is one seed alone.</param>
public sealed record PairedDifference(IReadOnlyList<double> Differences, MeanAndDeviation Spread, MeanInterval? Interval)
{
    /// <summary>The difference of two models.</summary>
    /// <param name="first">A figure of the first model, one a seed, at least one.</param>
    /// <param name="second">The same of the second model, in the same order of seeds.</param>
    /// <exception cref="ArgumentException">There are more figures of one of them.</exception>
    public static PairedDifference Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        if (first.Count != second.Count)
        {
            throw new ArgumentException("There are more figures of one model than of the other.", nameof(second));
        }

        double[] differences = [.. first.Zip(second, (figure, other) => figure - other)];
        var spread = MeanAndDeviation.Of(differences);
        return new(differences, spread, MeanInterval.Of(spread, differences.Length));
    }
}
