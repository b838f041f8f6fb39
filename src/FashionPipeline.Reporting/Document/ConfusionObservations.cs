using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>What a confusion matrix says in words and in a table of its largest cells.</summary>
internal static class ConfusionObservations
{
    private const int Cells = 10;
    private const int MostCells = 20;

    /// <summary>Adds the most frequent mistakes, the classes that are confused, and how many mistakes stay among them.</summary>
    public static void AddTo(DocumentBuilder builder, RunFindings run, IReadOnlyList<string> names)
    {
        var pairs = run.ConfusedPairs;
        if (pairs.Count == 0)
        {
            builder.Paragraph("No image was taken for one of another class.");
            return;
        }

        var cells = Reference.ToTable();
        builder.Paragraph($"{cells} lists the most frequent mistakes. {Mutual(run, names)}{InGroups(run, names)}");
        var (sum, all) = (0, run.Mistakes.Count);
        builder.Table(
            cells,
            "The most frequent mistakes, by true and predicted class; the last column is cumulative.",
            [
                new("True class", false, 2) { IsRowHead = true }, new("Predicted class", false, 2) { IsRowHead = true },
                new("Images", true), new("Of the true class", true, 1.5f), new("Of all mistakes", true, 1.5f),
                new("Cumulative", true, 1.2f),
            ],
            Largest(pairs).Select(pair =>
            {
                sum += pair.Count;
                return new[]
                {
                    $"{names[pair.Truth]} [{pair.Truth}]", $"{names[pair.Predicted]} [{pair.Predicted}]", Wording.Thousands(pair.Count),
                    Wording.Percent((double)pair.Count / run.Classification.Classes[pair.Truth].Support, 1),
                    Wording.Percent((double)pair.Count / all, 1), Wording.Percent((double)sum / all, 1),
                };
            }).ToList());
    }

    // So many, and of those that are as frequent as the last of them as many again.
    private static IEnumerable<ConfusedPair> Largest(IReadOnlyList<ConfusedPair> pairs) =>
        pairs.TakeWhile((pair, i) => i < Cells || (i < MostCells && pair.Count == pairs[Cells - 1].Count));

    private static string Mutual(RunFindings run, IReadOnlyList<string> names)
    {
        var matrix = run.Confusion;
        var both = run.ConfusedPairs
            .Select(pair => (One: Math.Min(pair.Truth, pair.Predicted), Other: Math.Max(pair.Truth, pair.Predicted))).Distinct()
            .ToLookup(pair => matrix[pair.One, pair.Other] + matrix[pair.Other, pair.One]);
        var most = both.MaxBy(group => group.Key)!;
        return $"With both directions added, {Wording.List(most.Select(pair => $"{names[pair.One]} and {names[pair.Other]}"))} "
            + $"are confused most often: {Wording.Times(most.Key)}.";
    }

    private static string InGroups(RunFindings run, IReadOnlyList<string> names)
    {
        var groups = run.ConfusionGroups;
        if (groups.Groups.Count == 0)
        {
            return "";
        }

        var shares = groups.Groups.Zip(groups.Mistakes).OrderByDescending(group => group.Second).Select(group =>
            $"{string.Join(", ", group.First.Select(label => names[label]))} "
                + $"({Wording.Thousands(group.Second)} mistake{(group.Second == 1 ? "" : "s")}, "
                + $"{Wording.Percent((double)group.Second / groups.All, 1)} of all)");
        return $" Classes of which at least {Wording.Percent(ConfusionGroups.Joining, 0)} of the images, of both together, are taken for "
            + $"the other form {(groups.Groups.Count == 1 ? "a group" : "groups")}: {string.Join("; ", shares)}.";
    }
}
