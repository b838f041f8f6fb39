namespace FashionPipeline.Tests.Reporting.Figures;

public sealed class ReliabilityDiagramTests
{
    private const string Name = "reliability-diagram";

    // All predictions have the probability 1 and are in the last of 15 bins, whose centre is 29/30; 189 of 200 are right.
    [Fact]
    public void Should_draw_one_bar_above_and_one_below_where_all_images_are_in_one_bin() => Assert.Equal(
        ["Accuracy, 0.9667: 0.9450", "Mean confidence of a bin, 1: 0.9450", "Images, 0.9667: 1.0000"],
        DrawnFigure.Of(SampleReport.Create(), Name).Values);

    [Fact]
    public void Should_name_both_scales()
    {
        var texts = DrawnFigure.Of(SampleReport.Create(), Name).Texts;

        Assert.Superset(
            new HashSet<string>
            {
                "Reliability Diagram", "Accuracy", "Images", "Confidence: probability of the predicted class", "0%", "100%",
            },
            texts.ToHashSet());
    }

    [Fact]
    public void Should_put_the_bar_where_the_confidence_is()
    {
        // 0.63 is in the tenth of 15 bins, whose centre is 9.5/15; that of 1 is five bins farther right.
        var unsure = DrawnFigure.Of(SampleReport.CreateWithConfidence(0.63f), Name);
        var sure = DrawnFigure.Of(SampleReport.Create(), Name);

        var width = unsure.Place("Accuracy, 0.6333: 0.9450", "width");
        Assert.Equal(unsure.Place("Accuracy, 0.6333: 0.9450", "x") + (5 * width), sure.Place("Accuracy, 0.9667: 0.9450", "x"), 0.5);
    }
}
