using FashionPipeline.Evaluation.Selection;
using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class SelectionSectionTests
{
    private const string Heading = "Best model";

    [Fact]
    public void Should_give_an_interval_beside_every_accuracy()
    {
        var accuracies = Sections.Blocks(SampleReport.Create(), Heading).OfType<TableBlock>().Last();

        // Wilson's interval of 189 of 200, worked by hand from the formula with z = 1.96.
        Assert.Equal(["Model", "Seed", "Correct", "Images", "Accuracy", "95% interval"], accuracies.Columns.Select(column => column.Head));
        Assert.Contains(["Model 2 (cnn)", "12345", "189", "200", "94.50%", "90.4% to 96.9%"], accuracies.Rows);
    }

    [Fact]
    public void Should_give_the_spread_over_the_seeds_and_the_accuracy_of_each()
    {
        var text = Sections.Text(SampleReport.CreateWithSeeds(), Heading);

        // Training accuracies 0.93, 0.94 and 0.95, validation accuracies 0.914, 0.924 and 0.934; the last seed makes no mistake.
        Assert.Contains("Model 2 (cnn) | 94.00 ± 1.00% | 92.40 ± 1.00% | 0.2200 ± 0.0000", text, StringComparison.Ordinal);
        Assert.Contains("Model 2 (cnn) | 3 | 200 | 200 | 100.00% | 98.1% to 100.0%", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_warn_where_models_are_given_differently_scaled_pixels() => Assert.Contains(
        "Model 2 (cnn) is trained on raw pixels, 0 to 255", Sections.Text(SampleReport.Create(), Heading), StringComparison.Ordinal);

    [Theory]
    [InlineData(SelectionCriterion.TrainingPlusValidationAccuracy, true)]
    [InlineData(SelectionCriterion.TrainingAccuracy, false)]
    public void Should_say_whether_the_selection_saw_the_test_images(SelectionCriterion criterion, bool sawThem)
    {
        var text = Sections.Text(SampleReport.WithCriterion(SampleReport.Create(), criterion), Heading);

        Assert.Equal(sawThem, text.Contains("the selection sees the images", StringComparison.Ordinal));
        Assert.Equal(!sawThem, text.Contains("the selection does not look at it", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(SelectionCriterion.ValidationAccuracy)]
    [InlineData(SelectionCriterion.TrainingAccuracy)]
    public void Should_say_that_the_selection_has_not_seen_the_test_set_where_images_were_set_aside(SelectionCriterion criterion)
    {
        var text = Sections.Text(
            SampleReport.WithValidationSet(SampleReport.WithCriterion(SampleReport.Create(), criterion)), Heading);

        Assert.Contains("\"Validation\" is 10 images that were set aside from the training images", text, StringComparison.Ordinal);
        Assert.Contains("The selection has not seen the test set", text, StringComparison.Ordinal);
        Assert.DoesNotContain("is the test set", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_give_both_accuracies_by_their_names_where_images_were_set_aside()
    {
        var one = Sections.Blocks(SampleReport.WithValidationSet(SampleReport.Create()), Heading).OfType<TableBlock>().Last();
        var several = SampleReport.WithValidationSet(SampleReport.CreateWithSeeds());

        Assert.Equal(["Test accuracy", "95% interval", "Validation accuracy"], one.Columns.Select(column => column.Head).TakeLast(3));
        Assert.Contains(["Model 2 (cnn)", "12345", "189", "200", "94.50%", "90.4% to 96.9%", "91.40%"], one.Rows);
        Assert.Equal("Test accuracy", Sections.Blocks(several, Heading).OfType<TableBlock>().SkipLast(1).Last().Columns[^1].Head);
        Assert.Contains(
            "Model 2 (cnn) | 94.00 ± 1.00% | 92.40 ± 1.00% | 0.2200 ± 0.0000 | 96.33 ± 3.18%", Sections.Text(several, Heading),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_not_speak_of_a_choice_where_there_is_one_model()
    {
        var content = SampleReport.CreateLarge(1, 10);

        Assert.Contains("\"Validation\" is the test set.", Sections.Text(content, Heading), StringComparison.Ordinal);
        Assert.DoesNotContain("selection", Sections.Text(content), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("winner", Sections.Text(content), StringComparison.OrdinalIgnoreCase);
    }

    // Means over one seed and over three do not compete.
    [Fact]
    public void Should_say_that_models_of_fewer_seeds_are_no_choice()
    {
        var content = SampleReport.CreateWithSeeds();
        var text = Sections.Text(
            SampleReport.WithModels(content, [SampleReport.WithRuns(content.Models[0], [content.Models[0].FirstRun]), content.Models[1]]),
            "Best model");

        Assert.Contains("The choice is among the models that were trained with the most seeds. Best model: Model 2 (cnn). Table ", text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("FashionPipeline", text, StringComparison.Ordinal);
        Assert.DoesNotContain("most seeds", Sections.Text(content, "Best model"), StringComparison.Ordinal);
    }
}
