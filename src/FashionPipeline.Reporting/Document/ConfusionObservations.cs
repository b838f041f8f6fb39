using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>What a confusion matrix says in words.</summary>
internal static class ConfusionObservations
{
    private const int Most = 5;

    /// <summary>The most frequent mistakes, at most one a class, and the pair that is confused most in both directions together.</summary>
    public static IReadOnlyList<string> Of(RunFindings run, IReadOnlyList<string> labelNames)
    {
        var (matrix, pairs) = (run.Confusion, run.ConfusedPairs);
        if (pairs.Count == 0)
        {
            return ["No image was taken for one of another class."];
        }

        var statements = pairs
            .DistinctBy(pair => pair.Truth)
            .Take(Most)
            .Select(pair => $"{Name(pair.Truth)} is most often taken for {Name(pair.Predicted)}: {Wording.Times(pair.Count)}.")
            .ToList();
        var mutual = pairs.MaxBy(BothDirections);
        if (matrix[mutual.Predicted, mutual.Truth] > 0)
        {
            statements.Add($"{Name(mutual.Truth)} and {Name(mutual.Predicted)} are confused most, both directions together: "
                + $"{Wording.Times(BothDirections(mutual))}.");
        }

        return statements;

        string Name(int label) => $"{labelNames[label]} ({label})";

        int BothDirections(ConfusedPair pair) => pair.Count + matrix[pair.Predicted, pair.Truth];
    }
}
