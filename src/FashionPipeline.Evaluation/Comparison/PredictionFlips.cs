using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Evaluation.Comparison;

/// <summary>Which images two predictions of the same images put into different classes.</summary>
public sealed record PredictionFlips
{
    /// <summary>The images, the one first of whose later class the later predictions are surest; equal ones by number.</summary>
    public required IReadOnlyList<Flip> Images { get; init; }

    /// <summary>The images that were classified correctly before, after, by both and by neither.</summary>
    public required McNemarTest Test { get; init; }

    /// <summary>Compares.</summary>
    /// <exception cref="ArgumentException">The two are not of the same images: their true classes differ.</exception>
    public static PredictionFlips Of(Predictions before, Predictions now)
    {
        var test = McNemarTest.Of(before, now);
        var (old, value) = (before.PredictedLabels, now.PredictedLabels);
        return new()
        {
            Test = test,
            Images =
            [
                .. Enumerable.Range(0, now.Count).Where(image => old[image] != value[image])
                    .Select(image => new Flip(image, now.Labels[image], old[image], value[image], now.Probability(image, value[image])))
                    .OrderByDescending(flip => flip.Probability),
            ],
        };
    }
}
