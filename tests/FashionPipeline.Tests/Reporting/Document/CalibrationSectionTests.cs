using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class CalibrationSectionTests
{
    private const string Heading = "Calibration";

    [Fact]
    public void Should_tell_how_much_surer_than_right_each_model_is()
    {
        var table = Assert.Single(Sections.Blocks(SampleReport.Create(), Heading).OfType<TableBlock>());

        // The sample's models are always sure of one class: all images are in the last bin, and the error is 1 - 0.945.
        Assert.Equal(
            ["Model", "Seed", "Accuracy", "Mean confidence", "Expected error in points"],
            table.Columns.Select(column => column.Head));
        Assert.Contains(["Model 2 (cnn)", "12345", "94.50%", "100.00%", "5.50"], table.Rows);
    }

    // 189 of 200 images are right: 94.50%, with an interval from 90.42% to 96.90%.
    [Theory]
    [InlineData(1f, "overconfident: its mean confidence is 100.00%")]
    [InlineData(0.95f, "about as often right as confident: its mean confidence is 95.00%")]
    [InlineData(0.5f, "underconfident: its mean confidence is 50.00%")]
    public void Should_judge_the_confidence_only_where_chance_does_not_explain_it(float confidence, string judgement) => Assert.Contains(
        $"Model 2 (cnn) was on the whole {judgement}, its accuracy 94.50%.",
        Sections.Text(SampleReport.CreateWithConfidence(confidence), Heading),
        StringComparison.Ordinal);

    // All images are equally sure, so that the first half of them counts: all 11 mistakes are among its 100 images.
    [Fact]
    public void Should_say_how_right_a_model_is_over_the_half_that_it_is_surest_of() => Assert.Contains(
        "over the surest half of the images Model 2 (cnn) is right 89.00% of the time",
        Sections.Text(SampleReport.Create(), Heading),
        StringComparison.Ordinal);
}
