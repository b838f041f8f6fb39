using FashionPipeline.Evaluation;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Tests.Evaluation.Statistics;

public class McNemarTests
{
    [Fact]
    public void Should_correct_for_continuity_where_many_images_tell()
    {
        // Agresti's approval ratings (794, 150, 86, 570): (64 - 1)² / 236, and erfc(√(16.8178 / 2)).
        var test = Test(150, 86);

        Assert.False(test.IsExact);
        Assert.Equal(3969d / 236, test.Statistic);
        Assert.Equal(4.114562281e-5, test.PValue, 13);
    }

    [Theory]
    [InlineData(7, 1, 18 / 256d)] // 2·(1 + 8) / 2^8
    [InlineData(1, 7, 18 / 256d)]
    [InlineData(5, 0, 2 / 32d)]
    [InlineData(3, 3, 1d)]
    [InlineData(0, 0, 1d)]
    [InlineData(24, 0, 2 / 16777216d)]
    [InlineData(17, 7, 2 * (1 + 24 + 276 + 2024 + 10626 + 42504 + 134596 + 346104) / 16777216d)]
    public void Should_be_exact_where_few_images_tell(int onlyFirst, int onlySecond, double probability)
    {
        var test = Test(onlyFirst, onlySecond);

        Assert.True(test.IsExact);
        Assert.Null(test.Statistic);
        Assert.Equal(probability, test.PValue);
    }

    [Fact]
    public void Should_find_no_difference_where_each_model_is_alone_right_as_often()
    {
        var test = Test(30, 30);

        Assert.Equal(0, test.Statistic);
        Assert.Equal(1, test.PValue);
    }

    [Fact]
    public void Should_count_who_is_right_where()
    {
        var truth = new byte[] { 0, 0, 0, 1, 1, 1 };

        var test = McNemarTest.Of(Predict(truth, 0, 0, 0, 1, 0, 0), Predict(truth, 0, 1, 1, 1, 1, 0));

        Assert.Equal((2, 2, 1, 1), (test.BothCorrect, test.OnlyFirst, test.OnlySecond, test.NeitherCorrect));
        Assert.Equal(3, test.Discordant);
    }

    [Fact]
    public void Should_reject_predictions_of_other_images()
    {
        Assert.Throws<ArgumentException>(() => McNemarTest.Of(Predict([0, 1], 0, 1), Predict([1, 0], 0, 1)));
    }

    private static McNemarTest Test(int onlyFirst, int onlySecond) =>
        new() { BothCorrect = 794, OnlyFirst = onlyFirst, OnlySecond = onlySecond, NeitherCorrect = 570 };

    private static Predictions Predict(byte[] truth, params byte[] predicted) => new()
    {
        Classes = 2,
        Labels = truth,
        Probabilities = [.. predicted.SelectMany(label => label == 0 ? new[] { 1f, 0f } : [0f, 1f])],
    };
}
