using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Tests.Evaluation.Statistics;

public class MeanAndDeviationTests
{
    [Fact]
    public void Should_divide_by_one_less_than_the_count()
    {
        // Squares of the distances from 5: 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32.
        var spread = MeanAndDeviation.Of([2, 4, 4, 4, 5, 5, 7, 9]);

        Assert.Equal(5, spread.Mean);
        Assert.Equal(Math.Sqrt(32 / 7d), spread.Deviation);
    }

    [Fact]
    public void Should_find_no_deviation_of_equal_numbers()
    {
        Assert.Equal(new MeanAndDeviation(0.5, 0), MeanAndDeviation.Of([0.5, 0.5, 0.5]));
    }

    [Fact]
    public void Should_not_know_the_deviation_of_one_number()
    {
        Assert.Equal(new MeanAndDeviation(0.875, null), MeanAndDeviation.Of([0.875]));
    }
}
