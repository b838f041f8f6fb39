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
    /// <param name="predictions">Its predictions.</param>
    /// <param name="outcomes">Which of them are wrong.</param>
    public static IReadOnlyList<Mistake> MostConfidentOf(Predictions predictions, PredictionOutcomes outcomes)
    {
        var predicted = predictions.PredictedLabels;
        return
        [
            .. outcomes.MostConfidentMistakes.Select(image => new Mistake(
                image,
                predictions.Labels[image],
                predicted[image],
                predictions.Probabilities[(image * predictions.Classes) + predicted[image]],
                predictions.Probabilities[(image * predictions.Classes) + predictions.Labels[image]])),
        ];
    }
}
