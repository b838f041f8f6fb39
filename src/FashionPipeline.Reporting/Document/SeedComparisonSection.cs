using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Evaluation.Statistics;
using FashionPipeline.Evaluation.Summary;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Figures;
using FashionPipeline.Reporting.Writing;

namespace FashionPipeline.Reporting.Document;

/// <summary>The seed whose run is shown beside all seeds of an experiment: what of the report is the models', and what is luck.</summary>
internal static class SeedComparisonSection
{
    public static void AddTo(DocumentBuilder builder, ReportContent content)
    {
        foreach (var comparison in content.SeedComparisons)
        {
            builder.Section($"Seed {comparison.Seed} beside the seeds of {comparison.Source}");
            if (comparison.Models.Count > 0)
            {
                AddStandings(builder, content, comparison);
            }

            if (comparison.BestTwo is { } pair && content.Findings.Comparison is { } test)
            {
                AddDifference(builder, content, pair, test);
            }

            builder.List([.. comparison.LeftOut.Select(model => WhyNot(content.Model(model.Key), model.Value, comparison))]);
        }
    }

    /// <summary>
    /// What a reader of a single seed must know: <c>One seed is one draw. Over the 5 seeds of …</c>; null where the best model was
    /// trained with several, or cannot be compared.
    /// </summary>
    public static string? Warning(ReportContent content)
    {
        var best = content.BestModel;
        var found = content.SeedComparisons.Select(comparison => (Comparison: comparison, Model: StandingOf(best, comparison)))
            .FirstOrDefault(found => found.Model is { All.Runs.Count: > 1 });
        if (best.Runs.Count > 1 || found.Model is not { } model)
        {
            return null;
        }

        var (comparison, choices) = (found.Comparison, found.Comparison.Choices.Count);
        return $"These figures come from one seed. {Over(model, comparison)}, {Wording.Of(best)} classified "
            + $"{Wording.Percent(model.TestAccuracy.Mean)} of the test images correctly on average{Deviation(model)}; seed "
            + $"{comparison.Seed} ranks {model.Rank} of {model.All.Runs.Count}"
            + (choices == 0 ? "." : $", and the rule chooses this model with {comparison.TimesChosen(best.Name)} of {Seeds(choices)}.");
    }

    /// <summary>
    /// What is known of a model's other seeds, in a sentence: <c>Over the 5 seeds of … its accuracy is …</c>; null where nothing is.
    /// </summary>
    public static string? OtherSeeds(ModelContent model, ReportContent content) => content.SeedComparisons
        .Select(comparison => (Comparison: comparison, Standing: StandingOf(model, comparison)))
        .Where(found => found.Standing is { All.Runs.Count: > 1 })
        .Select(found => $"{Over(found.Standing!, found.Comparison)} its accuracy is "
            + $"{Wording.Percent(found.Standing!.TestAccuracy.Mean)} on average{Deviation(found.Standing)}.")
        .FirstOrDefault();

    private static void AddStandings(DocumentBuilder builder, ReportContent content, SeedComparison comparison)
    {
        var (standings, dots) = (Reference.ToTable(), Reference.ToFigure());
        var isPublished = comparison.Models.Any(model => content.PublishedAccuracy(model.All.Model) is not null);
        builder.Paragraph(
            $"Another seed begins with other weights and draws other batches: it trains another network. {standings} sets what the models "
            + $"reach with seed {comparison.Seed}, which this report shows, beside all seeds of {comparison.Source}; {dots} has each of "
            + $"them."
            + $"{Choices(content, comparison)}");
        builder.Table(
            standings,
            $"Test accuracy with seed {comparison.Seed} beside all seeds of {comparison.Source}: "
                + $"{SeedList.Of(comparison.Models[0].All.Runs.Select(run => run.Seed))}. Rank 1 is the highest; deviations are "
                + "those of samples.",
            [
                new("Model", false, 1.8f), new($"Seed {comparison.Seed}", true, 1.3f), new("Rank", true), new("Mean", true),
                new("Deviation in points", true, 1.4f), new("Lowest", true), new("Highest", true),
                .. isPublished ? [new TableColumn("Source", true)] : Array.Empty<TableColumn>(),
            ],
            comparison.Models.Select(model => (string[])
            [
                Wording.Of(content.Model(model.All.Model)), Wording.Percent(model.Own.TestAccuracy),
                $"{model.Rank} of {model.All.Runs.Count}",
                Wording.Percent(model.TestAccuracy.Mean), model.TestAccuracy.Deviation is { } deviation ? Wording.Spread(deviation) : "–",
                Wording.Percent(model.Lowest), Wording.Percent(model.Highest),
                .. isPublished
                    ? [content.PublishedAccuracy(model.All.Model) is { } published ? Wording.Percent(published) : "–"]
                    : Array.Empty<string>(),
            ]),
            name: $"seed-comparison-{comparison.Source}");
        builder.Figure(
            dots,
            $"Test accuracy of each seed of {comparison.Source}. Circle: seed {comparison.Seed}; line: the mean"
                + (isPublished ? "; cross: the source." : "."),
            SeedDots.Create(comparison, content));
    }

    private static string Choices(ReportContent content, SeedComparison comparison) => comparison.Choices.Count == 0 ? ""
        : $" By the figures of one seed alone, the rule \"{Wording.Of(content.Findings.Selection.Criterion)}\" chooses "
            + string.Join(", ", comparison.Models.Select(model => $"{Wording.Of(content.Model(model.All.Model))} with "
                + $"{comparison.TimesChosen(model.All.Model)} of {Seeds(comparison.Choices.Count)}"))
            + ".";

    private static void AddDifference(DocumentBuilder builder, ReportContent content, ModelPair pair, ModelComparison comparison)
    {
        var (first, second) = (Wording.Of(content.Model(pair.First)), Wording.Of(content.Model(pair.Second)));
        var (tests, mcNemar, over) = (Reference.ToTable(), comparison.Test, pair.TestAccuracy);
        var seed = comparison.Best.FirstRun.Seed;
        builder.Paragraph(
            $"{tests} tests the difference of the two best models in two ways. McNemar's test asks whether two trained networks would "
            + $"differ on other images, too; the difference seed by seed asks whether the models would with other seeds.");
        builder.Table(
            tests,
            $"{first} minus {second}: difference of the test accuracies in points.",
            [
                new("Source of chance", false, 2.8f), new("Difference", true), new("Test", false, 2.4f), new("Result", false, 2),
            ],
            [
                [
                    $"the choice of test images, with seed {seed} alone", Wording.Points(comparison.Best.FirstRun.Classification.Accuracy
                        - comparison.Next.FirstRun.Classification.Accuracy), "McNemar's", Wording.Probability(mcNemar.PValue),
                ],
                [
                    $"the choice of seeds, of which there are {pair.Seeds.Count}", Wording.Points(over.Spread.Mean),
                    "paired differences, Student's t",
                    over.Interval is { } interval
                        ? $"95% interval {Wording.Points(interval.Low)} to {Wording.Points(interval.High)}" : "none of one seed",
                ],
            ]);
        if (over.Interval is { } spread)
        {
            builder.Paragraph($"{first} has the higher test accuracy with {pair.TimesAhead} of {Seeds(pair.Seeds.Count)}. "
                + Conclusion(spread, mcNemar, over.Spread.Mean > 0 ? first : second));
        }
    }

    private static string Conclusion(MeanInterval interval, McNemarTest test, string better) => interval.HoldsZero
        ? "The interval over the seeds contains 0: the choice of seeds can explain the difference"
            + (test.PValue < DifferenceSection.Level
                ? ", although with this seed alone it is more than the choice of test images explains." : ".")
        : "The interval over the seeds does not contain 0: at the 5% level the difference is more than the choice of seeds explains, "
            + $"in favour of {better}.";

    private static string WhyNot(ModelContent model, Incomparable reason, SeedComparison comparison) =>
        $"{Wording.Of(model)} is not compared: " + reason switch
        {
            Incomparable.NoSuchModel => $"{comparison.Source} has no model of this name.",
            Incomparable.NoSuchSeed => $"{comparison.Source} has not trained it with seed {comparison.Seed}, so nobody can tell whether it "
                + "is the same model.",
            Incomparable.OtherFigures => $"with seed {comparison.Seed} it came to other figures in {comparison.Source}. It is another "
                + "model there, or was trained otherwise, on other data or by another program.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason."),
        };

    private static SeedStanding? StandingOf(ModelContent model, SeedComparison comparison) =>
        comparison.Models.FirstOrDefault(standing => standing.All.Model == model.Name);

    private static string Seeds(int count) => count == 1 ? "1 seed" : $"{count} seeds";

    private static string Over(SeedStanding model, SeedComparison comparison) =>
        $"Over the {Seeds(model.All.Runs.Count)} of {comparison.Source}";

    private static string Deviation(SeedStanding model) => model.TestAccuracy.Deviation is { } deviation
        ? $" (standard deviation {Wording.Spread(deviation)} points)" : "";
}
