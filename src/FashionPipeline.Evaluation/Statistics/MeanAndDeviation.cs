using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Evaluation.Statistics;

/// <summary>Mean and standard deviation of a few numbers, such as a model's accuracies with several seeds.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation, as that of a sample (divided by their number less 1); null for one number.</param>
public readonly record struct MeanAndDeviation(double Mean, double? Deviation)
{
    /// <summary>Mean and deviation of at least one number.</summary>
    /// <exception cref="InvalidOperationException">There is no number.</exception>
    public static MeanAndDeviation Of(IReadOnlyList<double> numbers)
    {
        if (numbers.Count == 0)
        {
            throw new InvalidOperationException("There is no number to take the mean of.");
        }

        var mean = OrderedSum.Mean(numbers);
        var squares = OrderedSum.Of(numbers.Select(number => (number - mean) * (number - mean)));
        return new MeanAndDeviation(mean, numbers.Count > 1 ? Math.Sqrt(squares / (numbers.Count - 1)) : null);
    }
}
