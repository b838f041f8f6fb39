using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

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
        builder.Section("Comparison with the source");
        var names = content.DataSet.LabelNames;
        var hasConfusion = published.Confusion.Count == compared.FirstRun.Confusion.Counts.Count && ConfusionTable.Fits(names);
        var (numbers, difference) = (Reference.ToTable(), Reference.ToTable());
        Prose andDifference = $", {difference} the difference of the confusion matrices";
        builder.Paragraph(
            $"Source: {published.Citation}. {numbers} lists the numbers that it published{(hasConfusion ? andDifference : "")}. "
            + $"Different random numbers and arithmetic give different weights: accuracies can only be similar, counts of parameters "
            + $"must be equal."
            + $"{(content.HasValidationSet ? " Validation accuracies here are of images set aside from the training images." : "")}"
            + $"{(compared.Runs.Count > 1 ? $" The numbers here are means over {compared.Runs.Count} seeds." : string.Empty)}");
        builder.Table(
            numbers,
            "The numbers that the source published, and ours.",
            [
                new("Quantity", false, 4), new("Source", true, 1.3f), new("Here", true, 1.3f),
                new("Difference in points or parameters", true, 1.6f),
            ],
            [
                .. SourceComparison.Of(content, published).Select(Row),
                .. published.BestModel is { } theirs && content.BestModel.Name is var ours
                    ? [["Best model by the rule", theirs, ours, theirs == ours ? "same" : "other"]]
                    : Array.Empty<string[]>(),
            ],
            name: "source-comparison");
        if (hasConfusion)
        {
            var matrix = compared.FirstRun.Confusion;
            ConfusionTable.AddTo(
                builder,
                difference,
                $"Confusion matrix of {Wording.OfFirstRun(compared)}: counts here minus counts in the source.",
                names,
                (truth, predicted) => Wording.Signed(
                    (long)matrix[truth, predicted] - published.Confusion[(truth * matrix.Classes) + predicted]));
        }
    }

    private static string[] Row(ComparedNumber number) => number.IsCount
        ? Row(number.Quantity, (long)number.Source, (long)number.Here)
        : [number.Quantity, Wording.Percent(number.Source), Wording.Percent(number.Here), Wording.Points(number.Here - number.Source)];

    private static string[] Row(string quantity, long source, long here) =>
        [quantity, Wording.Thousands(source), Wording.Thousands(here), Wording.Signed(here - source)];
}
