using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class PredictionSectionsTests
{
    [Fact]
    public void Should_give_intervals_beside_the_share_of_each_class()
    {
        var scores = Assert.Single(Sections.Blocks(SampleReport.Create(), "Label percent correct").OfType<TableBlock>());

        // Wilson's interval of 13 of 20, worked by hand from the formula with z = 1.96.
        Assert.Equal(["[2]", "Pullover", "65.00%", "43.29% to 81.88%"], scores.Rows[2].Take(4));
    }

    [Fact]
    public void Should_name_all_classes_that_are_equally_good()
    {
        Assert.Contains(
            "T-shirt/top, Trouser and 5 others were classified correctly most often (100.00%), Pullover least often (65.00%).",
            Sections.Text(SampleReport.Create(), "Label percent correct"),
            StringComparison.Ordinal);
        Assert.Contains(
            "Every class was classified correctly equally often (100.00%).",
            Sections.Text(SampleReport.Create(mistakes: false), "Label percent correct"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_from_the_numbers_what_is_taken_for_what()
    {
        var statements = Assert.Single(Sections.Blocks(SampleReport.Create(), "Confusion matrix").OfType<ListBlock>()).Items;

        Assert.Contains("Pullover (2) is most often taken for Coat (4): 7 times.", statements);
        Assert.Contains("Bag (8) is most often taken for Shirt (6): 1 time.", statements);
        Assert.Contains("Pullover (2) and Coat (4) are confused most, both directions together: 10 times.", statements);
    }

    [Fact]
    public void Should_say_that_a_model_makes_no_mistakes()
    {
        var content = SampleReport.Create(mistakes: false);

        var statements = Assert.Single(Sections.Blocks(content, "Confusion matrix").OfType<ListBlock>()).Items;
        Assert.Equal(["No image was taken for one of another class."], statements);
        Assert.Contains(
            Sections.Blocks(content, "Best model predictions").OfType<FigureBlock>(),
            figure => figure.Caption == "No image was classified incorrectly.");
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(6, 10)]
    [InlineData(1, 2)]
    public void Should_show_the_counts_of_as_many_classes_as_a_page_has_room_for(int models, int classes)
    {
        var blocks = Sections.Blocks(SampleReport.CreateLarge(models, classes), "Confusion matrix");

        Assert.Equal(classes, Assert.Single(blocks.OfType<TableBlock>()).Rows.Count);
        Assert.DoesNotContain("is too wide for a page", Sections.Text(SampleReport.CreateLarge(models, classes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_where_the_counts_of_more_classes_are()
    {
        var blocks = Sections.Blocks(SampleReport.CreateLarge(2, 40), "Confusion matrix");

        Assert.Contains(
            blocks.OfType<ParagraphBlock>(),
            paragraph => paragraph.Text.ToString().StartsWith("A table of 40 classes is too wide for a page", StringComparison.Ordinal));
        Assert.Empty(blocks.OfType<TableBlock>());
    }
}
