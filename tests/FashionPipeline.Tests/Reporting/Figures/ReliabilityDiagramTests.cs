namespace FashionPipeline.Tests.Reporting.Figures;

public sealed class ReliabilityDiagramTests
{
    private const string Name = "reliability-diagram";

    // All predictions have the probability 1 and are in the last of 15 bins, whose centre is 29/30; 189 of 200 are right.
    [Fact]
    public void Should_draw_one_point_and_one_bar_where_all_images_are_in_one_bin() => Assert.Equal(
        ["Accuracy of a bin, Confidence 100.00%: 94.50%", "Images, 0.9667: 200"],
        DrawnFigure.Of(SampleReport.Create(), Name).Values);

    [Fact]
    public void Should_name_both_scales() => Assert.Superset(
        new HashSet<string> { "Reliability Diagram", "Images of Each Bin", "Accuracy", "Images", "Confidence", "0%", "100%", "1", "1,000" },
        DrawnFigure.Of(SampleReport.Create(), Name).Texts.ToHashSet());

    [Fact]
    public void Should_put_point_and_bar_where_the_confidence_is()
    {
        // 0.63 is in the tenth of 15 bins, whose centre is 9.5/15; that of 1 is five bins farther right.
        var unsure = DrawnFigure.Of(SampleReport.CreateWithConfidence(0.63f), Name);
        var sure = DrawnFigure.Of(SampleReport.Create(), Name);

        var width = unsure.Place("Images, 0.6333: 200", "width");
        Assert.Equal(unsure.Place("Images, 0.6333: 200", "x") + (5 * width), sure.Place("Images, 0.9667: 200", "x"), 0.5);
        Assert.True(
            unsure.Place("Accuracy of a bin, Confidence 63.00%: 94.50%", "cx")
            < sure.Place("Accuracy of a bin, Confidence 100.00%: 94.50%", "cx"));
    }
}
