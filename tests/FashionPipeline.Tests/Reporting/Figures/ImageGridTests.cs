namespace FashionPipeline.Tests.Reporting.Figures;

public sealed class ImageGridTests
{
    [Fact]
    public void Should_show_nine_images_at_most_each_under_its_class()
    {
        var figure = DrawnFigure.Of(SampleReport.Create(), "samples");

        // A sample of each of the first nine of ten classes.
        Assert.Equal(9, figure.Images);
        Assert.Equal(["Sample-MNIST Samples", .. SampleReport.Names.Take(9)], figure.Texts);
    }

    [Fact]
    public void Should_write_true_and_predicted_class_over_each_mistake()
    {
        var figure = DrawnFigure.Of(SampleReport.Create(), "incorrect-predictions");

        // Image 2 is a pullover taken for a coat, image 4 a coat taken for a pullover.
        Assert.Equal(
            ["Incorrect Predictions", "Class: Pullover", "Predicted: Coat", "Class: Coat", "Predicted: Pullover"], figure.Texts.Take(5));
    }

    [Fact]
    public void Should_say_that_there_is_no_image()
    {
        var figure = DrawnFigure.Of(SampleReport.Create(mistakes: false), "incorrect-predictions");

        Assert.Equal(0, figure.Images);
        Assert.Equal(["Incorrect Predictions", "There is none."], figure.Texts);
    }
}
