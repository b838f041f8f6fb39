namespace FashionPipeline.Evaluation.Metrics;

/// <summary>Which images a model got right and which wrong, as indexes in the order of the images.</summary>
public sealed record PredictionOutcomes
{
    /// <summary>Indexes of the images whose predicted class is the true one, ascending.</summary>
    public required IReadOnlyList<int> Correct { get; init; }

    /// <summary>Indexes of all other images, ascending.</summary>
    public required IReadOnlyList<int> Incorrect { get; init; }

    /// <summary>Compares a model's predictions with the truth.</summary>
    public static PredictionOutcomes Of(Predictions predictions)
    {
        var predicted = predictions.PredictedLabels;
        var correct = new List<int>();
        var incorrect = new List<int>();
        for (var i = 0; i < predictions.Count; i++)
        {
            (predicted[i] == predictions.Labels[i] ? correct : incorrect).Add(i);
        }

        return new PredictionOutcomes { Correct = correct, Incorrect = incorrect };
    }
}
