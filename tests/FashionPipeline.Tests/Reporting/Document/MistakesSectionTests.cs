using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class MistakesSectionTests
{
    private const string Heading = "Most confident mistakes";

    [Fact]
    public void Should_show_the_mistakes_that_the_best_model_was_surest_of()
    {
        var blocks = Sections.Blocks(SampleReport.Create(), Heading);

        // All are equally sure in the sample, so that they come in the order of the images: 2 is a pullover, 4 a coat, 8 a bag.
        var rows = Assert.Single(blocks.OfType<TableBlock>()).Rows;
        Assert.Equal(["2", "Pullover", "Coat", "0", "0"], rows[0]);
        Assert.Equal(["4", "8"], rows.Skip(1).Take(2).Select(row => row[0]));
        Assert.Contains(
            "Class: Bag, Predicted: Shirt",
            Assert.Single(blocks.OfType<FigureBlock>()).Figure.AlternativeText,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_tell_small_probabilities_apart()
    {
        var text = Sections.Text(SampleReport.CreateWithConfidence(0.999999f), Heading);

        // 1 minus 0.999999 in single precision.
        Assert.Contains("2 | Pullover | Coat | 1.013e−6 | 1.013e−6", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_praise_a_model_without_mistakes()
    {
        var block = Assert.Single(Sections.Blocks(SampleReport.Create(mistakes: false), Heading));

        Assert.Equal("Model 2 (cnn) classified every test image correctly.", Assert.IsType<ParagraphBlock>(block).Text.ToString());
    }
}
