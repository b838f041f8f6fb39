namespace FashionPipeline.Tests.Reporting.Document;

public sealed class DifferenceSectionTests
{
    private const string Heading = "The two best models";

    [Fact]
    public void Should_test_whether_the_two_best_models_differ()
    {
        // Model 1 errs as model 2 does, and takes each of the 20 dresses for a shirt besides.
        var text = Sections.Text(SampleReport.CreateWithWorseFirstModel(), Heading);

        Assert.Contains("Model 2 (cnn): correct | 169 | 20 | 189", text, StringComparison.Ordinal);
        Assert.Contains("Model 2 (cnn): incorrect | 0 | 11 | 11", text, StringComparison.Ordinal);
        Assert.Contains(
            "20 against 0 images: p < 0.0001 by the exact binomial test. At the 5% level this is more than chance",
            text,
            StringComparison.Ordinal);
        Assert.Contains("explains, in favour of Model 2 (cnn).", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_to_chance_what_chance_can_explain()
    {
        var text = Sections.Text(SampleReport.Create(), Heading);

        // Both models err on the same images.
        Assert.Contains("0 against 0 images: p = 1.0000 by the exact binomial test.", text, StringComparison.Ordinal);
        Assert.Contains("chance in the choice of the test images can explain this", text, StringComparison.Ordinal);
        Assert.DoesNotContain("in favour of", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void Should_compare_two_models_where_there_are_two(int models) =>
        Assert.Equal(models > 1, Sections.Headings(SampleReport.CreateLarge(models, 10)).Contains(Heading));
}
