namespace FashionPipeline.Evaluation.Metrics;

/// <summary>Precision, recall and F1 of each class, and their averages.</summary>
public sealed record ClassificationReport
{
    /// <summary>Share of all images that were classified correctly.</summary>
    public required double Accuracy { get; init; }

    /// <summary>One row a class; the index is the label.</summary>
    public required IReadOnlyList<ClassScores> Classes { get; init; }

    /// <summary>Plain mean over the classes.</summary>
    public required ClassScores MacroAverage { get; init; }

    /// <summary>Mean over the classes, each weighted by its support.</summary>
    public required ClassScores WeightedAverage { get; init; }

    /// <summary>The report of a confusion matrix. A ratio whose denominator is 0 is 0.</summary>
    public static ClassificationReport Of(ConfusionMatrix matrix)
    {
        var classes = new ClassScores[matrix.Classes];
        var correct = 0;
        var total = 0;
        for (var c = 0; c < classes.Length; c++)
        {
            var (support, taken) = (0, 0);
            for (var other = 0; other < classes.Length; other++)
            {
                support += matrix[c, other];
                taken += matrix[other, c];
            }

            var hits = matrix[c, c];
            correct += hits;
            total += support;
            classes[c] = new ClassScores
            {
                Precision = Ratio(hits, taken),
                Recall = Ratio(hits, support),
                // 2PR / (P + R) in whole numbers, which rounds once.
                F1 = Ratio(2 * hits, support + taken),
                Support = support,
            };
        }

        return new ClassificationReport
        {
            Accuracy = Ratio(correct, total),
            Classes = classes,
            MacroAverage = Average(classes, total, _ => 1),
            WeightedAverage = Average(classes, total, scores => scores.Support),
        };
    }

    private static double Ratio(double numerator, double denominator) => denominator == 0 ? 0 : numerator / denominator;

    private static ClassScores Average(ClassScores[] classes, int support, Func<ClassScores, int> weightOf)
    {
        var (precision, recall, f1, weights) = (0d, 0d, 0d, 0);
        foreach (var scores in classes)
        {
            var weight = weightOf(scores);
            precision += weight * scores.Precision;
            recall += weight * scores.Recall;
            f1 += weight * scores.F1;
            weights += weight;
        }

        return new ClassScores
        {
            Precision = Ratio(precision, weights),
            Recall = Ratio(recall, weights),
            F1 = Ratio(f1, weights),
            Support = support,
        };
    }
}
