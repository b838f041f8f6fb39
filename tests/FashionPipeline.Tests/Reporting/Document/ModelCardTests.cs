using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class ModelCardTests
{
    private const string Heading = "Model card";

    [Fact]
    public void Should_name_the_limits_that_the_experiment_has()
    {
        var limits = Limits(SampleReport.Create(synthetic: true));

        Assert.Collection(
            limits,
            limit => Assert.StartsWith("It gives every image one of its 10 classes", limit, StringComparison.Ordinal),
            limit => Assert.Contains("knows nothing of photographs", limit, StringComparison.Ordinal),
            limit => Assert.StartsWith("It was chosen from 2 models by the same test images", limit, StringComparison.Ordinal),
            limit => Assert.StartsWith("It was trained with one seed", limit, StringComparison.Ordinal),
            limit => Assert.StartsWith(
                "The models were given different input (Model 1 (mlp): pixels / 255; Model 2 (cnn): raw pixels, 0 to 255)",
                limit,
                StringComparison.Ordinal));
    }

    [Fact]
    public void Should_not_call_an_accuracy_too_high_that_no_choice_has_seen()
    {
        var content = SampleReport.WithValidationSet(SampleReport.Create());

        Assert.DoesNotContain(Limits(content), limit => limit.Contains("chosen from", StringComparison.Ordinal));
        Assert.Contains(
            "30 images to train on, 10 to validate on, 200 to test on", Sections.Text(content, Heading), StringComparison.Ordinal);
    }

    // One model, several seeds, no test image seen by a selection: what is left is true of every classifier.
    [Fact]
    public void Should_name_no_limit_that_the_experiment_does_not_have()
    {
        var content = SampleReport.CreateWithSeeds();
        var selection = ModelSelection.Select(content.Findings.Selection.Criterion, [content.Models[1].Findings.LastFigures]);

        var limit = Assert.Single(Limits(SampleReport.WithModels(content, [content.Models[1]], selection) with { Published = null }));

        Assert.StartsWith("It gives every image one of its 10 classes", limit, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_doubt_an_accuracy_that_the_selection_did_not_see() => Assert.DoesNotContain(
        Limits(SampleReport.WithCriterion(SampleReport.Create(), SelectionCriterion.TrainingAccuracy)),
        limit => limit.Contains("It was chosen from", StringComparison.Ordinal));

    [Fact]
    public void Should_name_the_class_with_the_lowest_share_and_its_interval() => Assert.Contains(
        "lowest for Pullover: 65.0%, 95% interval 43.3% to 81.9%.",
        Sections.Text(SampleReport.Create(), Heading),
        StringComparison.Ordinal);

    [Fact]
    public void Should_give_the_mean_over_the_seeds_and_the_accuracy_of_the_first() => Assert.Contains(
        "Accuracy | Mean over 3 seeds 96.33%, standard deviation 3.18 points. Seed 1: 94.50% of the test images",
        Sections.Text(SampleReport.CreateWithSeeds(), Heading),
        StringComparison.Ordinal);

    [Fact]
    public void Should_not_speak_of_comparing_where_there_is_one_model() =>
        Assert.DoesNotContain("Comparing models", Sections.Text(SampleReport.CreateLarge(1, 10), Heading), StringComparison.Ordinal);

    private static IReadOnlyList<string> Limits(ReportContent content) =>
        Assert.Single(Sections.Blocks(content, Heading).OfType<ListBlock>()).Items;
}
