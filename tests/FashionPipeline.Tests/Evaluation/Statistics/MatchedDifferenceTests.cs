using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Tests.Evaluation.Statistics;

public class MatchedDifferenceTests
{
    // Agresti's example of matched pairs, approval of the prime minister: 150 against 86 of 1600. Half an image more in each count:
    // 64/1602 ± 1.96·sqrt(237 - 64²/1602)/1602 = 0.03995 ± 0.01873.
    [Fact]
    public void Should_give_the_interval_of_half_an_image_more_in_each_count()
    {
        var difference = MatchedDifference.Of(onlyFirst: 150, onlySecond: 86, images: 1600);

        Assert.Equal(0.04, difference.Difference, 1e-12);
        Assert.Equal(0.02122, difference.Low, 5e-6);
        Assert.Equal(0.05868, difference.High, 5e-6);
    }

    // Four images are no evidence: by the exact test of McNemar p is 0.125.
    [Fact]
    public void Should_not_be_sure_of_few_images_and_stay_within_one()
    {
        Assert.True(MatchedDifference.Of(4, 0, 1000).Low < 0);
        Assert.InRange(MatchedDifference.Of(0, 0, 20).High, 0.05, 0.15);
        Assert.Equal(1, MatchedDifference.Of(20, 0, 20).High);
        Assert.Equal(-1, MatchedDifference.Of(0, 20, 20).Low);
    }

    [Fact]
    public void Should_know_no_difference_of_a_class_without_images() =>
        Assert.Null(MatchedDifference.Of(Predictions([0, 0, 0, 1, 0]), Predictions([0, 0, 0, 1, 0]), label: 3));

    [Fact]
    public void Should_count_the_images_of_one_class_or_all_that_one_model_alone_got_right()
    {
        // Labels 0 0 0 1 1; the first model errs on image 4, the second on images 0 and 1.
        var first = Predictions([0, 0, 0, 1, 0]);
        var second = Predictions([1, 1, 0, 1, 1]);

        Assert.Equal(MatchedDifference.Of(2, 1, 5), MatchedDifference.Of(first, second));
        Assert.Equal(MatchedDifference.Of(2, 0, 3), MatchedDifference.Of(first, second, label: 0));
        Assert.Equal(MatchedDifference.Of(0, 1, 2), MatchedDifference.Of(first, second, label: 1));
        Assert.Equal(2d / 3, MatchedDifference.Of(first, second, label: 0)!.Value.Difference, 12);
    }

    [Fact]
    public void Should_refuse_predictions_of_other_images() => Assert.Throws<ArgumentException>(
        () => MatchedDifference.Of(Predictions([0, 0, 0, 1, 0]), Predictions([0, 0, 0, 1, 0]) with { Labels = [1, 0, 0, 1, 1] }));

    [Theory]
    [InlineData(-1, 0, 5)]
    [InlineData(0, 0, 0)]
    [InlineData(3, 3, 5)]
    public void Should_refuse_counts_that_cannot_be(int onlyFirst, int onlySecond, int images) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MatchedDifference.Of(onlyFirst, onlySecond, images));

    private static Predictions Predictions(int[] predicted) => new()
    {
        Classes = 2,
        Labels = [0, 0, 0, 1, 1],
        Probabilities = [.. predicted.SelectMany(label => new[] { label == 0 ? 1f : 0, label == 1 ? 1f : 0 })],
    };
}
