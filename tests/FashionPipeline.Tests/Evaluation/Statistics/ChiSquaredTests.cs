using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Tests.Evaluation.Statistics;

public class ChiSquaredTests
{
    // Quantiles of one degree of freedom as every table has them.
    [Theory]
    [InlineData(0.454936423119573, 0.5)]
    [InlineData(2.705543454095404, 0.1)]
    [InlineData(3.841458820694124, 0.05)]
    [InlineData(6.634896601021213, 0.01)]
    [InlineData(10.827566170662733, 0.001)]
    public void Should_give_the_tails_of_the_tables(double x, double probability)
    {
        Assert.Equal(probability, ChiSquared.UpperTail(x), 13);
    }

    // erfc(1), erfc(2), erfc(5) and erfc(20) from Abramowitz and Stegun, table 7.1, and the NIST Handbook; x = 2z².
    [Theory]
    [InlineData(2, 0.15729920705028513)]
    [InlineData(8, 0.004677734981047266)]
    [InlineData(50, 1.5374597944280349e-12)]
    [InlineData(800, 5.3958656116079012e-176)]
    public void Should_keep_its_digits_far_out(double x, double probability)
    {
        Assert.InRange(ChiSquared.UpperTail(x) / probability, 1 - 1e-12, 1 + 1e-12);
    }

    [Fact]
    public void Should_begin_at_one_and_end_at_nothing()
    {
        Assert.Equal(1, ChiSquared.UpperTail(0));
        Assert.Equal(0, ChiSquared.UpperTail(10_000));
        Assert.Equal(0, ChiSquared.UpperTail(double.PositiveInfinity));
    }

    [Fact]
    public void Should_never_rise()
    {
        var tails = Enumerable.Range(0, 4000).Select(i => ChiSquared.UpperTail(i / 100d)).ToList();

        Assert.All(tails.Zip(tails.Skip(1)), pair => Assert.True(pair.First > pair.Second));
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void Should_reject_what_no_statistic_can_be(double x)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquared.UpperTail(x));
    }
}
