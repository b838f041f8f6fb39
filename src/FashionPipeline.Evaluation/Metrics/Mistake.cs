namespace FashionPipeline.Evaluation.Metrics;

/// <summary>A test image that a model classified incorrectly.</summary>
/// <param name="Image">Index of the image, from 0.</param>
/// <param name="Truth">Its true class.</param>
/// <param name="Predicted">The class that the model took it for.</param>
/// <param name="Confidence">The probability that the model gave to the predicted class.</param>
/// <param name="TruthProbability">The probability that the model gave to the true class.</param>
public readonly record struct Mistake(int Image, byte Truth, byte Predicted, float Confidence, float TruthProbability)
{
    /// <summary>All mistakes of a model, the most confident first; the lower index first where two are equal.</summary>
    public static IReadOnlyList<Mistake> MostConfidentOf(Predictions predictions) =>
    [
        .. from image in predictions.PredictedLabels.Index()
           let truth = predictions.Labels[image.Index]
           where image.Item != truth
           let confidence = predictions.Probability(image.Index, image.Item)
           orderby confidence descending, image.Index
           select new Mistake(image.Index, truth, image.Item, confidence, predictions.Probability(image.Index, truth)),
    ];
}
