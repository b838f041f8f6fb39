using System.Text.Json.Serialization;

namespace FashionPipeline.Evaluation.Metrics;

/// <summary>How often each class was taken for each other one.</summary>
public sealed record ConfusionMatrix
{
    /// <summary>Number of classes.</summary>
    public required int Classes { get; init; }

    /// <summary>Counts, true class by row, predicted class by column: [classes, classes].</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <summary>Number of images.</summary>
    [JsonIgnore]
    public int Total => Counts.Sum();

    /// <summary>Number of images whose predicted class is the true one.</summary>
    [JsonIgnore]
    public int Correct => Enumerable.Range(0, Classes).Sum(label => this[label, label]);

    /// <summary>How many images of class <paramref name="truth"/> were taken for <paramref name="predicted"/>.</summary>
    public int this[int truth, int predicted] => Counts[(truth * Classes) + predicted];

    /// <summary>Counts true against predicted classes.</summary>
    /// <param name="labels">True class of each image: [count].</param>
    /// <param name="predicted">Predicted class of each image: [count].</param>
    /// <param name="classes">Number of classes; at least 1.</param>
    /// <exception cref="ArgumentException">The two lengths differ, or a class is not below <paramref name="classes"/>.</exception>
    public static ConfusionMatrix Of(ReadOnlySpan<byte> labels, ReadOnlySpan<byte> predicted, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        if (labels.Length != predicted.Length)
        {
            throw new ArgumentException($"{labels.Length} labels but {predicted.Length} predictions.", nameof(predicted));
        }

        var counts = new int[classes * classes];
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] >= classes || predicted[i] >= classes)
            {
                throw new ArgumentException($"Image {i}: label {labels[i]}, predicted {predicted[i]}; both must be below {classes}.");
            }

            counts[(labels[i] * classes) + predicted[i]]++;
        }

        return new ConfusionMatrix { Classes = classes, Counts = counts };
    }

    /// <summary>The confusion matrix of a model's predictions.</summary>
    public static ConfusionMatrix Of(Predictions predictions) =>
        Of(predictions.Labels, predictions.PredictedLabels, predictions.Classes);
}
