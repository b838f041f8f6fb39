namespace FashionPipeline.Tests.Reporting.Figures;

public sealed class LabelCorrectDotsTests
{
    private const string Name = "label-percent-correct";

    // Of the 20 images of a class, 13 pullovers, 17 coats and 19 bags are recognised, and all of the others.
    [Fact]
    public void Should_tell_the_share_of_each_class_in_the_order_of_the_labels() => Assert.Equal(
        [
            "Correct, T-shirt/top [0]: 100.00%", "Correct, Trouser [1]: 100.00%", "Correct, Pullover [2]: 65.00%",
            "Correct, Dress [3]: 100.00%", "Correct, Coat [4]: 85.00%", "Correct, Sandal [5]: 100.00%", "Correct, Shirt [6]: 100.00%",
            "Correct, Sneaker [7]: 100.00%", "Correct, Bag [8]: 95.00%", "Correct, Ankle boot [9]: 100.00%",
        ],
        DrawnFigure.Of(SampleReport.Create(), Name).Values);

    [Fact]
    public void Should_put_dots_as_high_as_the_shares()
    {
        var figure = DrawnFigure.Of(SampleReport.Create(), Name);

        var whole = figure.Place("Correct, Trouser [1]: 100.00%", "cy");
        var coat = figure.Place("Correct, Coat [4]: 85.00%", "cy");
        Assert.Equal(whole + ((coat - whole) * 35 / 15), figure.Place("Correct, Pullover [2]: 65.00%", "cy"), 0.1);
    }

    // Wilson's interval of 13 of 20 begins at 43%.
    [Fact]
    public void Should_begin_at_a_half_unless_an_interval_begins_below()
    {
        var low = DrawnFigure.Of(SampleReport.Create(), Name).Texts;
        var usual = DrawnFigure.Of(SampleReport.Create(mistakes: false), Name).Texts;

        Assert.Contains("40%", low);
        Assert.Contains("50%", usual);
        Assert.DoesNotContain("40%", usual);
    }

    [Fact]
    public void Should_shorten_names_that_have_no_room()
    {
        var texts = DrawnFigure.Of(SampleReport.CreateLarge(1, 2), Name).Texts;

        // 24 characters with the ellipsis, and no blank before it.
        Assert.Contains("Garment with an extraor… [0]", texts);
    }
}
