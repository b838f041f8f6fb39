using FashionPipeline.Evaluation.Metrics;

namespace FashionPipeline.Reporting.Document;

/// <summary>A class that was taken for another one.</summary>
/// <param name="Truth">True class.</param>
/// <param name="Predicted">Predicted class, another one.</param>
/// <param name="Count">How often, at least once.</param>
/// <param name="Reverse">How often it happened the other way round.</param>
internal sealed record ConfusedPair(int Truth, int Predicted, int Count, int Reverse);

/// <summary>What a confusion matrix says in words.</summary>
internal static class ConfusedPairs
{
    private const int Observations = 5;

    /// <summary>All pairs that occur, the most frequent first; of equal ones the lower labels first.</summary>
    public static IReadOnlyList<ConfusedPair> Of(ConfusionMatrix matrix) =>
    [
        .. from truth in Enumerable.Range(0, matrix.Classes)
           from predicted in Enumerable.Range(0, matrix.Classes)
           where truth != predicted && matrix[truth, predicted] > 0
           orderby matrix[truth, predicted] descending, truth, predicted
           select new ConfusedPair(truth, predicted, matrix[truth, predicted], matrix[predicted, truth]),
    ];

    /// <summary>The most frequent mistakes, at most one a class, and the pair that is confused most in both directions together.</summary>
    public static IReadOnlyList<string> Describe(ConfusionMatrix matrix, IReadOnlyList<string> labelNames)
    {
        var pairs = Of(matrix);
        if (pairs.Count == 0)
        {
            return ["No image was taken for one of another class."];
        }

        string Name(int label) => $"{labelNames[label]} ({Words.Count(label)})";
        var statements = pairs
            .DistinctBy(pair => pair.Truth)
            .Take(Observations)
            .Select(pair => $"{Name(pair.Truth)} is most often taken for {Name(pair.Predicted)}: {Words.Times(pair.Count)}.")
            .ToList();
        var mutual = pairs.MaxBy(pair => pair.Count + pair.Reverse)!;
        if (mutual.Reverse > 0)
        {
            statements.Add($"{Name(mutual.Truth)} and {Name(mutual.Predicted)} are confused most, both directions together: {Words.Times(mutual.Count + mutual.Reverse)}.");
        }

        return statements;
    }
}
