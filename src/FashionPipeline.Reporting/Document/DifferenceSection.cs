using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>Whether the best model is better than the next one by more than chance.</summary>
internal static class DifferenceSection
{
    /// <summary>A probability below this counts as more than chance.</summary>
    public const double Level = 0.05;

    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        if (content.Findings.Comparison is not { Test: var test } comparison)
        {
            return;
        }

        var (best, next) = (content.Model(comparison.Best.Name), content.Model(comparison.Next.Name));

        var counts = Reference.ToTable();
        builder.Section("The two best models");
        builder.Paragraph(
            $"{Wording.Of(best)} and {Wording.Of(next)} (seed {best.FirstRun.Seed} each) were judged on the same "
            + $"{Wording.Thousands(content.Data.Test.Count)} test images. "
            + $"McNemar's test {builder.Cite(Source.McNemar)} looks at the images that only one of them classified "
            + $"correctly ({counts}): if both were equally good, "
            + $"each of these would fall to either with equal chance.");
        builder.Table(
            counts,
            $"Test images by which model classified them correctly: {Wording.Of(best)} by row, {Wording.Of(next)} by column.",
            [
                new("Test images", false, 2), new($"{Wording.Of(next)}: correct", true, 2),
                new($"{Wording.Of(next)}: incorrect", true, 2), new("Total", true),
            ],
            [
                Row($"{Wording.Of(best)}: correct", test.BothCorrect, test.OnlyFirst),
                Row($"{Wording.Of(best)}: incorrect", test.OnlySecond, test.NeitherCorrect),
                Row("Total", test.BothCorrect + test.OnlySecond, test.OnlyFirst + test.NeitherCorrect),
            ],
            totals: 1);
        builder.Paragraph($"{Numbers(test)} {Conclusion(test, test.OnlyFirst > test.OnlySecond ? best : next)}");
    }

    private static string[] Row(string name, int correct, int incorrect) =>
        [name, Wording.Thousands(correct), Wording.Thousands(incorrect), Wording.Thousands(correct + incorrect)];

    private static string Numbers(McNemarTest test) => test.Statistic is { } statistic
        ? $"{Wording.Thousands(test.OnlyFirst)} against {Wording.Thousands(test.OnlySecond)} images: chi-squared with continuity "
            + $"correction is {Wording.Decimal(statistic, 2)} "
            + $"with 1 degree of freedom, {Wording.Probability(test.PValue)}."
        : $"{Wording.Thousands(test.OnlyFirst)} against {Wording.Thousands(test.OnlySecond)} "
            + $"image{(test.OnlySecond == 1 ? string.Empty : "s")}: {Wording.Probability(test.PValue)} by the exact binomial test.";

    private static string Conclusion(McNemarTest test, ModelContent better) =>
        (test.PValue < Level
            ? $"At the 5% level this is more than chance in the choice of the test images explains, in favour of {Wording.Of(better)}."
            : "At the 5% level, chance in the choice of the test images can explain this.")
                + " The test says nothing about other seeds.";
}
