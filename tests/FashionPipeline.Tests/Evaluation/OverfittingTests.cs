using FashionPipeline.Evaluation.Summary;

namespace FashionPipeline.Tests.Evaluation;

public class OverfittingTests
{
    [Theory]
    [InlineData(0.90, 0.89, 0.30, false, false)] // 1 point is within the margin of 1,000 images
    [InlineData(0.95, 0.89, 0.30, true, false)] // the loss is lowest at the end
    [InlineData(0.95, 0.89, 0.50, true, true)]
    [InlineData(0.90, 0.89, 0.50, false, false)] // the loss rises, and chance explains the gap
    [InlineData(0.80, 0.89, 0.50, false, false)]
    public void Should_ask_for_a_gap_beyond_chance_and_a_loss_that_rises(
        double training, double validation, double lastLoss, bool hasGap, bool isOverfitted)
    {
        var found = Overfitting.Of([new(1, 0.6, 0.8, 0.40, 0.85), new(2, 0.2, training, lastLoss, validation)], 60_000, 1000);

        Assert.Equal(hasGap, found.HasGap);
        Assert.Equal(isOverfitted, found.IsOverfitted);
        Assert.Equal(training - validation, found.Gap);
    }

    // 1.96 times the root of 0.9 * 0.1 / 10,000 + 0.8 * 0.2 / 1,000.
    [Fact]
    public void Should_allow_for_chance_in_both_sets_of_images() =>
        Assert.Equal(0.02548, Overfitting.Of([new(1, 0.1, 0.9, 0.1, 0.8)], 10_000, 1000).Margin, 5);
}
