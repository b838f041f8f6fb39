using FashionPipeline.Evaluation.Seeds;
using FashionPipeline.Reporting.Content;
using FashionPipeline.Reporting.Document;
using FashionPipeline.Tests.Reporting.Figures;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class SeedComparisonSectionTests
{
    private const string Heading = "Seed 12345 beside the seeds of sample-seeds";

    private static readonly ReportContent Content = SampleReport.WithSeedComparison(SampleReport.Create());

    [Fact]
    public async Task Should_say_all_that_it_says_as_it_was_accepted() => await Verify(Sections.Text(Content, Heading));

    [Fact]
    public void Should_warn_of_a_single_seed_below_the_result()
    {
        var note = Assert.Single(Sections.Blocks(Content, "Sample experiment").OfType<NoteBlock>()).Text;

        Assert.Equal(
            "These figures come from one seed. Over the 3 seeds of sample-seeds, Model 2 (cnn) classified 94.00% of the test images "
                + "correctly on average (standard deviation 0.50 points); seed 12345 ranks 1 of 3, and the rule chooses this model "
                + "with 2 of 3 seeds.",
            note);
        Assert.DoesNotContain("These figures come from one seed", Sections.Text(SampleReport.Create()), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_the_model_card_what_is_known_of_other_seeds()
    {
        Assert.Contains(
            "It was trained with one seed. Over the 3 seeds of sample-seeds its accuracy is 94.00% on average",
            Sections.Text(Content, "Model card"), StringComparison.Ordinal);
        Assert.Contains("is not known", Sections.Text(SampleReport.Create(), "Model card"), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_draw_each_seed_and_name_it_under_the_pointer() => Assert.Equal(
        [
            "Seed 12345, Model 1 (mlp): 94.50%", "Seed 1, Model 1 (mlp): 92.00%", "Seed 2, Model 1 (mlp): 93.00%",
            "Seed 12345, Model 2 (cnn): 94.50%", "Seed 1, Model 2 (cnn): 93.50%", "Seed 2, Model 2 (cnn): 94.00%",
            "Source, Model 1 (mlp): 86.51%", "Source, Model 2 (cnn): 87.05%",
        ],
        DrawnFigure.Of(Content, "seeds-sample-seeds").Values);

    [Theory]
    [InlineData(Incomparable.NoSuchModel, "has no model of this name")]
    [InlineData(Incomparable.NoSuchSeed, "has not trained it with seed 12345")]
    [InlineData(Incomparable.OtherFigures, "it came to other figures in sample-seeds")]
    public void Should_say_why_a_model_is_not_compared(Incomparable reason, string words)
    {
        var text = Sections.Text(
            Content with { SeedComparisons = [Content.SeedComparisons[0] with { LeftOut = [new("mlp", reason)] }] }, Heading);

        Assert.Contains("Model 1 (mlp) is not compared: ", text, StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_only_why_where_no_model_can_be_compared()
    {
        var comparison = SeedComparison.Of("sample-seeds", [], Content.Findings);

        Assert.Equal(
            "Model 1 (mlp) is not compared: sample-seeds has no model of this name.\n"
            + "Model 2 (cnn) is not compared: sample-seeds has no model of this name.",
            Sections.Text(Content with { SeedComparisons = [comparison] }, Heading));
    }

    // Of one seed nothing is known but itself.
    [Fact]
    public void Should_claim_nothing_from_a_single_seed()
    {
        var comparison = SeedComparison.Of("other", [.. Content.Models.Select(model => SeedRuns.Of(model.Findings))], Content.Findings);
        var content = Content with { SeedComparisons = [comparison] };

        var text = Sections.Text(content, "Seed 12345 beside the seeds of other");
        Assert.Contains("Model 2 (cnn) | 94.50% | 1 of 1 | 94.50% | – | 94.50% | 94.50%", text, StringComparison.Ordinal);
        Assert.Contains("Student's t | none of one seed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The interval over the seeds", text, StringComparison.Ordinal);
        Assert.DoesNotContain("These figures come from one seed", Sections.Text(content), StringComparison.Ordinal);
        Assert.Contains("is not known", Sections.Text(content, "Model card"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.02, "does not contain 0: at the 5% level the difference is more than the choice of seeds explains, in favour of Model 2")]
    [InlineData(-0.02, "in favour of Model 1 (mlp).")]
    [InlineData(0, "The interval over the seeds contains 0: the choice of seeds can explain the difference.")]
    public void Should_conclude_from_the_interval(double more, string conclusion)
    {
        var mlp = Content.SeedComparisons[0].Models[0].All;
        var pair = ModelPair.Of(
            mlp with { Model = "cnn", Runs = [.. mlp.Runs.Select(run => run with { TestAccuracy = run.TestAccuracy + more })] }, mlp);

        Assert.Contains(
            conclusion,
            Sections.Text(Content with { SeedComparisons = [Content.SeedComparisons[0] with { BestTwo = pair }] }, Heading),
            StringComparison.Ordinal);
    }

    // McNemar's test sees 20 images that model 1 alone takes for another class; over the seeds there is no difference.
    [Fact]
    public void Should_say_where_the_two_tests_seem_to_disagree() => Assert.Contains(
        "can explain the difference, although with this seed alone it is more than the choice of test images explains.",
        Sections.Text(SampleReport.CreateWithWorseFirstModel() with { SeedComparisons = Content.SeedComparisons }, Heading),
        StringComparison.Ordinal);
}
