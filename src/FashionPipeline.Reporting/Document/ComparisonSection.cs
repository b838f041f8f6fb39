namespace FashionPipeline.Reporting.Document;

/// <summary>The source's published numbers beside ours.</summary>
internal static class ComparisonSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        if (content.Published is not { } published)
        {
            return;
        }

        var compared = SourceComparison.ModelOf(content, published);
        builder.Section("Source and here");
        var names = content.DataSet.LabelNames;
        var hasConfusion = published.Confusion.Count == compared.FirstRun.Confusion.Counts.Count && ConfusionTable.Fits(names);
        var (numbers, difference) = (Reference.ToTable(), Reference.ToTable());
        Prose andDifference = $", {difference} the difference of the confusion matrices";
        builder.Paragraph(
            $"Source: {published.Citation}. {numbers} has the numbers that it published{(hasConfusion ? andDifference : "")}. "
            + $"Other random numbers and another arithmetic give other weights: accuracies can only be similar, counts of parameters must be equal."
            + $"{(compared.Runs.Count > 1 ? $" The numbers here are means over {Words.Count(compared.Runs.Count)} seeds." : string.Empty)}");
        builder.Table(
            numbers,
            "The numbers that the source published, and ours.",
            [new("Quantity", false, 4), new("Source", true, 1.3f), new("Here", true, 1.3f), new("Difference", true, 1.3f)],
            [
                .. SourceComparison.Of(content, published).Select(Row),
                .. published.BestModel is null ? Array.Empty<string[]>() : [["Best model by the rule", published.BestModel, content.Findings.Selection.Model, published.BestModel == content.Findings.Selection.Model ? "same" : "other"]],
            ]);
        if (hasConfusion)
        {
            var matrix = compared.FirstRun.Confusion;
            ConfusionTable.AddTo(
                builder,
                difference,
                $"Confusion matrix of {Words.OfFirstRun(compared)}: counts here minus counts in the source.",
                names,
                (truth, predicted) => Words.Signed((long)matrix[truth, predicted] - published.Confusion[(truth * matrix.Classes) + predicted]));
        }
    }

    private static string[] Row(ComparedNumber number) => number.IsCount
        ? [number.Quantity, Words.Thousands((long)number.Source), Words.Thousands((long)number.Here), Words.Signed((long)(number.Here - number.Source))]
        : [number.Quantity, Words.Share(number.Source), Words.Share(number.Here), Words.Signed(number.Here - number.Source, 4)];
}
