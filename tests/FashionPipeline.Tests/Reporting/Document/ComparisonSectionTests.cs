using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class ComparisonSectionTests
{
    private const string Heading = "Comparison with the source";

    [Fact]
    public void Should_set_the_sources_numbers_beside_ours()
    {
        var numbers = Sections.Blocks(SampleReport.Create(), Heading).OfType<TableBlock>().First();

        // 13 of 20 pullovers are classified correctly here; the sample's layers have 401,920 + 5,130 parameters.
        Assert.Equal(["Quantity", "Source", "Here", "Difference in points or parameters"], numbers.Columns.Select(column => column.Head));
        Assert.Contains(["Model 2 (cnn): parameters", "600,810", "407,050", "−193,760"], numbers.Rows);
        Assert.Contains(["Model 2 (cnn): Pullover [2] correct", "68.10%", "65.00%", "−3.10"], numbers.Rows);
    }

    [Fact]
    public void Should_compare_the_mean_over_the_seeds_with_the_source()
    {
        var numbers = Sections.Blocks(SampleReport.CreateWithSeeds(), Heading).OfType<TableBlock>().First();

        // 13 of 20 pullovers with two of the seeds, all with the third.
        Assert.Contains(["Model 2 (cnn): Pullover [2] correct", "68.10%", "76.67%", "+8.57"], numbers.Rows);
        Assert.Contains(["Model 2 (cnn): validation accuracy", "87.05%", "92.40%", "+5.35"], numbers.Rows);
    }

    [Fact]
    public void Should_say_that_validation_is_on_other_images_than_in_the_source()
    {
        const string Said = "Validation accuracies here are of images set aside from the training images.";

        Assert.Contains(Said, Sections.Text(SampleReport.WithValidationSet(SampleReport.Create()), Heading), StringComparison.Ordinal);
        Assert.DoesNotContain(Said, Sections.Text(SampleReport.Create(), Heading), StringComparison.Ordinal);
    }

    [Fact]
    public void Should_leave_out_a_comparison_where_there_is_no_source() =>
        Assert.DoesNotContain(Heading, Sections.Text(SampleReport.Create() with { Published = null }), StringComparison.Ordinal);
}
