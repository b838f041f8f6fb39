namespace FashionPipeline.Tests.Reporting.Figures;

public sealed class LabelCorrectBarsTests
{
    private const string Name = "label-percent-correct";

    // Of the 20 images of a class, 13 pullovers, 17 coats and 19 bags are recognised, and all of the others.
    [Fact]
    public void Should_tell_the_share_of_each_class_in_the_order_of_the_labels() => Assert.Equal(
        [
            "T-shirt/top [0]: 1.0000", "Trouser [1]: 1.0000", "Pullover [2]: 0.6500", "Dress [3]: 1.0000", "Coat [4]: 0.8500",
            "Sandal [5]: 1.0000", "Shirt [6]: 1.0000", "Sneaker [7]: 1.0000", "Bag [8]: 0.9500", "Ankle boot [9]: 1.0000",
        ],
        DrawnFigure.Of(SampleReport.Create(), Name).Values);

    // The axis begins at 0.5: bars of 1, 0.65 and 0.85 are 0.5, 0.15 and 0.35 high.
    [Fact]
    public void Should_draw_bars_as_high_as_the_shares_are_above_the_axis()
    {
        var figure = DrawnFigure.Of(SampleReport.Create(), Name);

        var whole = figure.Place("Trouser [1]: 1.0000", "height");
        Assert.InRange(whole, 50, 280);
        Assert.Equal(0.3 * whole, figure.Place("Pullover [2]: 0.6500", "height"), 0.1);
        Assert.Equal(0.7 * whole, figure.Place("Coat [4]: 0.8500", "height"), 0.1);
    }

    [Fact]
    public void Should_begin_at_a_half_unless_a_share_lies_below()
    {
        // The first of two classes is always taken for the second: its share is 0.
        var low = DrawnFigure.Of(SampleReport.CreateLarge(1, 2), Name).Texts;
        var usual = DrawnFigure.Of(SampleReport.Create(), Name).Texts;

        Assert.Contains("0.0", low);
        Assert.Contains("0.5", usual);
        Assert.DoesNotContain("0.4", usual);
    }

    [Fact]
    public void Should_shorten_names_that_have_no_room()
    {
        var texts = DrawnFigure.Of(SampleReport.CreateLarge(1, 2), Name).Texts;

        // 24 characters with the ellipsis, and no blank before it.
        Assert.Contains("Garment with an extraor… [0]", texts);
    }
}
