namespace FashionPipeline.Evaluation.Metrics;

/// <summary>
/// How often a model is right where it answers for the images alone of which it is surest. Source: Geifman and El-Yaniv, "Selective
/// classification for deep neural networks", NIPS 2017.
/// </summary>
/// <param name="Accuracies">
/// Accuracy, 0 to 1, over the surest 1%, 2%, … 100% of the images, rounded up to whole images; empty where there is none.
/// </param>
public sealed record Coverage(IReadOnlyList<double> Accuracies)
{
    /// <summary>Steps of coverage.</summary>
    public const int Steps = 100;

    /// <summary>The curve of a model's predictions; of equally sure ones the first images come first.</summary>
    public static Coverage Of(Predictions predictions)
    {
        var predicted = predictions.PredictedLabels;
        var sums = new int[predictions.Count + 1];
        var order = Enumerable.Range(0, predictions.Count).OrderByDescending(image => predictions.Probability(image, predicted[image]));
        foreach (var (place, image) in order.Index())
        {
            sums[place + 1] = sums[place] + (predicted[image] == predictions.Labels[image] ? 1 : 0);
        }

        return new(predictions.Count == 0 ? [] :
        [
            .. Enumerable.Range(1, Steps).Select(step => (int)((((long)step * predictions.Count) + Steps - 1) / Steps))
                .Select(images => (double)sums[images] / images),
        ]);
    }

    /// <summary>The largest share of the images, in steps of 1%, over which the accuracy is at least so high; 0 for none.</summary>
    public double LargestAt(double accuracy) =>
        (double)(Accuracies.Index().LastOrDefault(step => step.Item >= accuracy, (-1, 0)).Index + 1) / Steps;
}
