using FashionPipeline.Reporting.Document;

namespace FashionPipeline.Tests.Reporting.Document;

public sealed class SummaryTests
{
    private const string Title = "Sample experiment";

    [Fact]
    public void Should_state_the_headline_result()
    {
        var result = Assert.Single(Sections.Blocks(SampleReport.Create(), Title).OfType<ResultBlock>()).Text;

        // 11 mistakes in 200 images.
        Assert.Contains("Model 2 (cnn) is the best of 2 models", result, StringComparison.Ordinal);
        Assert.Contains("94.50% of 200 test images", result, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_headline_the_mean_over_the_seeds_and_say_how_far_they_lie_apart()
    {
        var result = Assert.Single(Sections.Blocks(SampleReport.CreateWithSeeds(), Title).OfType<ResultBlock>()).Text;

        // Accuracies 0.945, 0.945 and 1: their mean is 0.96333, their deviations -0.01833 twice and 0.03667.
        Assert.Contains(
            "96.33% of 200 test images correctly, on average over 3 seeds, with a standard deviation of 3.18 points",
            result,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Should_call_the_only_model_the_only_one() => Assert.Contains(
        "Model 1 (a-model-with-a-rather-long-name-1) is the only model. After 5 epochs",
        Sections.Text(SampleReport.CreateLarge(1, 10), Title),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Should_mark_synthetic_data_and_only_that(bool synthetic)
    {
        var notes = Sections.Blocks(SampleReport.Create(synthetic), Title).OfType<NoteBlock>();

        Assert.Equal(synthetic, notes.Any(note => note.Text.StartsWith("Synthetic data:", StringComparison.Ordinal)));
        Assert.Equal(synthetic, Sections.Text(SampleReport.Create(synthetic)).Contains("Synthetic data:", StringComparison.Ordinal));
    }
}
