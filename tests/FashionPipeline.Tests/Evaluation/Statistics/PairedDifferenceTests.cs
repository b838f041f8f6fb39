using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Tests.Evaluation.Statistics;

public sealed class PairedDifferenceTests
{
    // Student's own example: hours of sleep gained by two drugs, ten patients. The mean of the differences is 1.58, their standard
    // deviation 1.2299955, and with t = 2.2621572 the interval is 1.58 ± 0.8798858: "The probable error of a mean", 1908, section IX.
    [Fact]
    public void Should_give_the_interval_of_Students_example()
    {
        double[] first = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
        double[] second = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];

        var difference = PairedDifference.Of(first, second);

        Assert.Equal(1.58, difference.Spread.Mean, 1e-12);
        Assert.Equal(1.2299955, difference.Spread.Deviation!.Value, 1e-7);
        Assert.Equal(0.7001142, difference.Interval!.Value.Low, 1e-6);
        Assert.Equal(2.4598858, difference.Interval.Value.High, 1e-6);
        Assert.False(difference.Interval.Value.HoldsZero);
    }

    [Fact]
    public void Should_know_no_interval_of_one_seed()
    {
        var difference = PairedDifference.Of([0.9], [0.8]);

        Assert.Equal(0.1, difference.Spread.Mean, 1e-12);
        Assert.Null(difference.Interval);
    }

    [Theory]
    [InlineData(-1, 1, true)]
    [InlineData(0, 1, true)]
    [InlineData(-1, 0, true)]
    [InlineData(0.1, 1, false)]
    [InlineData(-1, -0.1, false)]
    public void Should_hold_zero_where_it_reaches_to_both_sides(double low, double high, bool holds) =>
        Assert.Equal(holds, new MeanInterval(low, high).HoldsZero);

    [Fact]
    public void Should_refuse_figures_that_are_no_pairs() =>
        Assert.Throws<ArgumentException>(() => PairedDifference.Of([1, 2], [1]));
}
