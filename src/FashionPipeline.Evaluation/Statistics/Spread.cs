namespace FashionPipeline.Evaluation.Statistics;

/// <summary>Mean and standard deviation of a few numbers, such as a model's accuracies with several seeds.</summary>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation, as that of a sample (divided by one less than their number); null where there is one number alone.</param>
public readonly record struct Spread(double Mean, double? Deviation)
{
    /// <summary>Mean and deviation of at least one number.</summary>
    /// <exception cref="InvalidOperationException">There is no number.</exception>
    public static Spread Of(IReadOnlyList<double> numbers)
    {
        var mean = numbers.Average();
        return new Spread(mean, numbers.Count > 1 ? Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Count - 1)) : null);
    }
}
