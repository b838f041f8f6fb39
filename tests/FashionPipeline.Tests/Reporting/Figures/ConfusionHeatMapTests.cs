namespace FashionPipeline.Tests.Reporting.Figures;

public sealed class ConfusionHeatMapTests
{
    private const string Name = "confusion-matrix";

    [Fact]
    public void Should_tell_of_each_cell_true_class_predicted_class_count_and_share()
    {
        var values = DrawnFigure.Of(SampleReport.Create(), Name).Values;

        // 7 of 20 pullovers are taken for coats, and no coat for a bag.
        Assert.Equal(100, values.Count);
        Assert.Contains("True class Pullover [2], Predicted class Coat [4]: 7, 35.0%", values);
        Assert.Contains("True class Coat [4], Predicted class Bag [8]: 0", values);
    }

    [Fact]
    public void Should_put_true_classes_below_and_predicted_classes_beside_each_other()
    {
        var figure = DrawnFigure.Of(SampleReport.Create(), Name);

        double Place(int truth, int predicted, string value, string attribute) => figure.Place(
            $"True class {SampleReport.Names[truth]} [{truth}], Predicted class {SampleReport.Names[predicted]} [{predicted}]: {value}",
            attribute);
        Assert.True(Place(0, 0, "20, 100.0%", "y") < Place(9, 0, "0", "y"));
        Assert.True(Place(0, 0, "20, 100.0%", "x") < Place(0, 9, "0", "x"));
        Assert.Equal(Place(0, 0, "20, 100.0%", "x"), Place(9, 0, "0", "x"));
    }

    [Fact]
    public void Should_colour_a_cell_by_the_share_of_its_row()
    {
        var figure = DrawnFigure.Of(SampleReport.Create(), Name);

        // Seven classes are recognised always: as dark as can be, which is #08306B.
        Assert.Equal(7, figure.Count("rect", "fill", "#08306B"));
    }

    [Theory]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void Should_write_counts_only_where_they_can_be_read(int classes, bool writes)
    {
        // Each class has 5 images; all of those of the first are taken for the second.
        var figure = DrawnFigure.Of(SampleReport.CreateLarge(1, classes), Name);

        Assert.Equal(writes ? classes : 0, figure.Texts.Count(text => text == "100.0%"));
    }
}
