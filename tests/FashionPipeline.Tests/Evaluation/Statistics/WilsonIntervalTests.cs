using FashionPipeline.Evaluation.Metrics;
using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Tests.Evaluation.Statistics;

public class WilsonIntervalTests
{
    // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Should_give_the_published_intervals(int successes, int trials, double low, double high)
    {
        var interval = WilsonInterval.Of(successes, trials);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(10_000)]
    public void Should_end_at_nothing_and_at_all_exactly_and_mirror_each_other(int trials)
    {
        var none = WilsonInterval.Of(0, trials);
        var all = WilsonInterval.Of(trials, trials);

        Assert.Equal(0, none.Low);
        Assert.Equal(1, all.High);
        Assert.Equal(1 - none.High, all.Low, 12);
    }

    [Fact]
    public void Should_know_nothing_without_a_trial()
    {
        Assert.Equal(new WilsonInterval(0, 1), WilsonInterval.Of(0, 0));
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    public void Should_reject_counts_that_cannot_be(int successes, int trials)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(successes, trials));
    }

    [Fact]
    public void Should_take_recall_from_the_rows_of_a_confusion_matrix_and_precision_from_its_columns()
    {
        var intervals = ClassificationIntervals.Of(new ConfusionMatrix { Classes = 3, Counts = [8, 2, 0, 1, 3, 0, 0, 0, 0] });

        Assert.Equal(WilsonInterval.Of(11, 14), intervals.Accuracy);
        Assert.Equal(new ClassIntervals(WilsonInterval.Of(8, 9), WilsonInterval.Of(8, 10)), intervals.Classes[0]);
        Assert.Equal(new ClassIntervals(WilsonInterval.Of(3, 5), WilsonInterval.Of(3, 4)), intervals.Classes[1]);
        Assert.Equal(new ClassIntervals(new(0, 1), new(0, 1)), intervals.Classes[2]);
    }
}
