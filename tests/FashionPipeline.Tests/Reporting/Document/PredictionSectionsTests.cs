using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class PredictionSectionsTests
{
    [Fact]
    public void Should_give_intervals_beside_the_share_of_each_class()
    {
        var scores = Assert.Single(Sections.Blocks(SampleReport.Create(), "Label percent correct").OfType<TableBlock>());

        // Wilson's interval of 13 of 20, worked by hand from the formula with z = 1.96.
        Assert.Equal(["[2]", "Pullover", "65.0%", "43.3% to 81.9%"], scores.Rows[2].Take(4));
    }

    [Fact]
    public void Should_name_all_classes_that_are_equally_good()
    {
        Assert.Contains(
            "T-shirt/top, Trouser and 5 others were classified correctly most often (100.0%), Pullover least often (65.0%).",
            Sections.Text(SampleReport.Create(), "Label percent correct"),
            StringComparison.Ordinal);
        Assert.Contains(
            "Every class was classified correctly equally often (100.0%).",
            Sections.Text(SampleReport.Create(mistakes: false), "Label percent correct"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_from_the_numbers_what_is_taken_for_what()
    {
        var text = Sections.Text(SampleReport.Create(), "Confusion matrix");

        // 11 mistakes, of 20 images a class.
        Assert.Contains(
            "Pullover [2] | Coat [4] | 7 | 35.0% | 63.6% | 63.6%\nCoat [4] | Pullover [2] | 3 | 15.0% | 27.3% | 90.9%\n"
                + "Bag [8] | Shirt [6] | 1 | 5.0% | 9.1% | 100.0%", text, StringComparison.Ordinal);
        Assert.Contains("With both directions added, Pullover and Coat are confused most often: 10 times.", text, StringComparison.Ordinal);
        Assert.Contains(
            "form groups: Pullover, Coat (10 mistakes, 90.9% of all); Shirt, Bag (1 mistake, 9.1% of all).",
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_that_a_model_makes_no_mistakes()
    {
        var content = SampleReport.Create(mistakes: false);

        Assert.Contains(
            "No image was taken for one of another class.", Sections.Text(content, "Confusion matrix"), StringComparison.Ordinal);
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

        Assert.Equal(classes, blocks.OfType<TableBlock>().First().Rows.Count);
        Assert.DoesNotContain("is too wide for a page", Sections.Text(SampleReport.CreateLarge(models, classes)), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_say_where_the_counts_of_more_classes_are()
    {
        var blocks = Sections.Blocks(SampleReport.CreateLarge(2, 40), "Confusion matrix");

        Assert.Contains(
            blocks.OfType<ParagraphBlock>(),
            paragraph => paragraph.Text.ToString().StartsWith("A table of 40 classes is too wide for a page", StringComparison.Ordinal));
        Assert.DoesNotContain(blocks.OfType<TableBlock>(), table => table.Rows.Count == 40);
    }
}
