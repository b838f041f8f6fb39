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
            ["Model", "Seed", "Accuracy", "Mean confidence", "Expected error", "Largest error of a bin"],
            table.Columns.Select(column => column.Head));
        Assert.Contains(["Model 2 (cnn)", "12345", "0.9450", "1.0000", "0.0550", "0.0550"], table.Rows);
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
}
