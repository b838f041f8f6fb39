using FashionPipeline.Evaluation.Metrics;

namespace FashionPipeline.Evaluation.Statistics;

/// <summary>How sure the scores of a class are.</summary>
/// <param name="Precision">Interval of the precision; from 0 to 1 where no image was taken for the class.</param>
/// <param name="Recall">Interval of the recall; from 0 to 1 where the class has no image.</param>
public sealed record ClassIntervals(WilsonInterval Precision, WilsonInterval Recall);

/// <summary>How sure the figures of a classification report are, given that the test images are a sample.</summary>
public sealed record ClassificationIntervals
{
    /// <summary>Interval of the accuracy.</summary>
    public required WilsonInterval Accuracy { get; init; }

    /// <summary>One entry a class; the index is the label.</summary>
    public required IReadOnlyList<ClassIntervals> Classes { get; init; }

    /// <summary>The intervals of a confusion matrix.</summary>
    public static ClassificationIntervals Of(ConfusionMatrix matrix)
    {
        var labels = Enumerable.Range(0, matrix.Classes).ToArray();
        return new ClassificationIntervals
        {
            Accuracy = WilsonInterval.Of(matrix.Correct, matrix.Total),
            Classes =
            [
                .. labels.Select(label => new ClassIntervals(
                    WilsonInterval.Of(matrix[label, label], labels.Sum(truth => matrix[truth, label])),
                    WilsonInterval.Of(matrix[label, label], labels.Sum(predicted => matrix[label, predicted])))),
            ],
        };
    }
}
