using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>What the source concluded, each statement beside what was found here.</summary>
internal static class ConclusionsSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        if (content.Published is not { } published || Rows(content, published).ToList() is not { Count: > 0 } rows)
        {
            return;
        }

        var conclusions = Reference.ToTable();
        builder.Section("What the source concluded");
        builder.Paragraph($"{conclusions} checks each statement of the source against the results of this report.");
        builder.Table(
            conclusions,
            "Statements of the source, and what was found here.",
            [new("Statement", false, 3), new("Found here", false, 5), new("Holds", false, 0.9f)],
            rows.Select(row => new[] { row.Statement, row.Found, row.Holds }));
    }

    private static IEnumerable<(string Statement, string Found, string Holds)> Rows(ReportContent content, PublishedResults published) =>
    [
        .. OfOverfitting(content, published),
        .. OfBestModel(content, published),
        .. OfMistakes(content, published),
        .. OfWeakClasses(content, published),
        .. OfConfusion(content, published),
        .. OfEmbedding(content, published),
    ];

    private static IEnumerable<(string Statement, string Found, string Holds)> OfOverfitting(
        ReportContent content, PublishedResults published) =>
        from model in content.Models
        from source in published.Models
        where source.Model == model.Name && source.IsOverfitted is not null && !model.EndsAtBest
        let found = model.FirstRun.Overfitting
        select (
            $"{Wording.Of(model)} is {(source.IsOverfitted == true ? "overfitted" : "not overfitted")}.",
            $"The training accuracy ends {Wording.Spread(Math.Abs(found.Gap))} points {(found.Gap < 0 ? "below" : "above")} the validation "
                + $"accuracy, and the validation loss is "
                + $"lowest after epoch {found.Lowest.Epoch} of {found.Last.Epoch}.",
            YesOrNo(source.IsOverfitted == found.IsOverfitted));

    private static IEnumerable<(string Statement, string Found, string Holds)> OfBestModel(
        ReportContent content, PublishedResults published)
    {
        if (published is not { BestModelOfText: { } text, BestModel: { } code } || text == code)
        {
            yield break;
        }

        var best = content.BestModel;
        yield return (
            $"The best model is {NameOf(content, text)}, by the text; its code prints {NameOf(content, code)}.",
            $"By the rule \"{Wording.Of(content.Findings.Selection.Criterion)}\" it is {Wording.Of(best)}{Chosen(content)}. "
                + "The source contradicts itself: all of its later figures are of the model that its code chose.",
            best.Name == text ? "the text" : best.Name == code ? "the code" : "no");
    }

    private static string Chosen(ReportContent content) =>
        content.SeedComparisons.FirstOrDefault(seeds => seeds.Choices.Count > 1) is not { } seeds ? ""
        : $", which the rule chooses with {seeds.TimesChosen(content.BestModel.Name)} of {seeds.Choices.Count} seeds";

    private static IEnumerable<(string Statement, string Found, string Holds)> OfMistakes(
        ReportContent content, PublishedResults published)
    {
        var groups = content.BestModel.FirstRun.ConfusionGroups;
        if (published.HasReasonableMistakes is not { } isReasonable || groups.All == 0)
        {
            yield break;
        }

        var within = groups.Mistakes.Sum();
        yield return (
            isReasonable ? "The mistakes are reasonable." : "The mistakes are not reasonable.",
            $"{Wording.Thousands(within)} of {Wording.Thousands(groups.All)} ({Wording.Percent((double)within / groups.All, 1)}) are "
                + (groups.Groups.Count == 0 ? "between similar classes, of which there are none."
                    : "between classes that are often taken for each other: "
                        + string.Join("; ", groups.Groups.Select(group => Names(content, group))) + "."),
            "not tested");
    }

    private static IEnumerable<(string Statement, string Found, string Holds)> OfWeakClasses(
        ReportContent content, PublishedResults published)
    {
        if (published.WeakClasses.Count == 0)
        {
            yield break;
        }

        var scores = content.BestModel.FirstRun.Classification.Classes;
        var weakest = EmbeddingSection.Weakest(Recalls(scores), published.WeakClasses.Count);
        var common = weakest.Intersect(published.WeakClasses).Count();
        yield return (
            $"Classified worst: {Names(content, published.WeakClasses)}.",
            "Worst here: " + string.Join(", ", weakest.Select(label =>
                $"{content.DataSet.LabelNames[label]} ({Wording.Percent(scores[label].Recall, 1)})")) + ".",
            common == weakest.Count ? "yes" : common == 0 ? "no" : $"{common} of {weakest.Count}");
    }

    private static IEnumerable<(string Statement, string Found, string Holds)> OfConfusion(
        ReportContent content, PublishedResults published)
    {
        var matrix = content.BestModel.FirstRun.Confusion;
        foreach (var labels in published.TakenFor)
        {
            var (truth, expected) = (labels[0], labels.Skip(1).ToList());
            var most = Enumerable.Range(0, matrix.Classes).Where(label => label != truth && matrix[truth, label] > 0)
                .OrderByDescending(label => matrix[truth, label]).Take(expected.Count).ToList();
            var common = most.Intersect(expected).Count();
            yield return (
                $"{content.DataSet.LabelNames[truth]} is often taken for {Names(content, expected)}.",
                most.Count == 0 ? "It is taken for no other class here." : "Most often here: " + string.Join(", ", most.Select(label =>
                    $"{content.DataSet.LabelNames[label]} ({Wording.Times(matrix[truth, label])})")) + ".",
                common == expected.Count ? "yes" : common == 0 ? "no" : $"{common} of {expected.Count}");
        }
    }

    private static IEnumerable<(string Statement, string Found, string Holds)> OfEmbedding(
        ReportContent content, PublishedResults published)
    {
        if (published.EmbeddingAgrees is not { } agrees || content.Embedding is not { } embedding)
        {
            yield break;
        }

        var scores = content.BestModel.FirstRun.Classification.Classes;
        var looked = Math.Min(EmbeddingSection.Compared, scores.Count);
        var byEmbedding = EmbeddingSection.Weakest(embedding.Agreement.Classes, looked);
        var byModel = EmbeddingSection.Weakest(Recalls(scores), looked);
        var common = byEmbedding.Intersect(byModel).Count();
        yield return (
            $"The spectral embedding {(agrees ? "agrees" : "does not agree")} with the model's results.",
            $"{Wording.Percent(embedding.Agreement.All, 1)} of a point's nearest neighbours are of its class. The classes that it mixes "
                + $"most are {Names(content, byEmbedding)}; the model's weakest are {Names(content, byModel)}.",
            agrees ? $"{common} of {looked}" : YesOrNo(common == 0));
    }

    private static IEnumerable<double?> Recalls(IEnumerable<ClassScores> scores) =>
        scores.Select(score => score.Support > 0 ? score.Recall : (double?)null);

    private static string YesOrNo(bool holds) => holds ? "yes" : "no";

    private static string NameOf(ReportContent content, string model) =>
        content.Models.FirstOrDefault(each => each.Name == model) is { } known ? Wording.Of(known) : model;

    private static string Names(ReportContent content, IEnumerable<int> labels)
    {
        var names = labels.Select(label => content.DataSet.LabelNames[label]).ToList();
        return names.Count == 1 ? names[0] : string.Join(", ", names[..^1]) + " and " + names[^1];
    }
}
