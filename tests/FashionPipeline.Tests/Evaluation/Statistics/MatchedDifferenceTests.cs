using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Tests.Evaluation.Statistics;

public class MatchedDifferenceTests
{
    // Agresti's example of matched pairs (table 11.1, approval of the prime minister): 150 against 86 of 1600 give 0.04 +- 0.0185 or so:
    // sqrt(236 - 64^2/1600) / 1600 = 0.0095, times 1.96 = 0.0187.
    [Fact]
    public void Should_give_the_interval_of_the_textbook()
    {
        var difference = MatchedDifference.Of(onlyFirst: 150, onlySecond: 86, images: 1600);

        Assert.Equal(0.04, difference.Difference, 1e-12);
        Assert.Equal(0.0213, difference.Low, 5e-5);
        Assert.Equal(0.0587, difference.High, 5e-5);
    }

    [Fact]
    public void Should_count_the_images_of_one_class_or_all_that_one_model_alone_got_right()
    {
        // Labels 0 0 0 1 1; the first model errs on image 4, the second on images 0 and 1.
        var first = Predictions([0, 0, 0, 1, 0]);
        var second = Predictions([1, 1, 0, 1, 1]);

        Assert.Equal(MatchedDifference.Of(2, 1, 5), MatchedDifference.Of(first, second));
        Assert.Equal(MatchedDifference.Of(2, 0, 3), MatchedDifference.Of(first, second, label: 0));
        Assert.Equal(MatchedDifference.Of(0, 1, 2), MatchedDifference.Of(first, second, label: 1));
        Assert.Equal(2d / 3, MatchedDifference.Of(first, second, label: 0).Difference, 12);
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
