using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Random;

public class HeNormalTests
{
    private const int Count = 100_000;

    // Variance 2 / 50 = 0.2², cut from a normal distribution of this standard deviation.
    private const double Deviation = 0.2 / 0.87962566103423978;

    [Fact]
    public void Should_have_the_variance_of_the_fan_and_no_skew()
    {
        var kernel = Kernel(12345, Count);

        // Five standard errors; the fourth moment of the cut distribution is 2.37 times the squared variance.
        Assert.Equal(0, kernel.Average(), 0.0032);
        Assert.Equal(0.04, kernel.Average(value => (double)value * value), 0.00075);
        Assert.Equal(0, kernel.Average(value => (double)value * value * value), 0.0005);
    }

    [Fact]
    public void Should_reach_two_standard_deviations_and_not_pass_them()
    {
        var kernel = Kernel(12345, Count);

        Assert.InRange(kernel.Max(), 1.999 * Deviation, 2 * Deviation * 1.000001);
        Assert.InRange(kernel.Min(), -2 * Deviation * 1.000001, -1.999 * Deviation);
    }

    // Tables of the normal distribution function: P(z < point), from which P(z < -2) = 0.0227501 is cut on either side.
    [Theory]
    [InlineData(-1.6448536, 0.05)]
    [InlineData(-1, 0.1586553)]
    [InlineData(-0.6744898, 0.25)]
    [InlineData(0, 0.5)]
    [InlineData(0.2533471, 0.6)]
    [InlineData(1, 0.8413447)]
    [InlineData(1.9599640, 0.975)]
    public void Should_lie_below_each_point_as_often_as_the_cut_normal_distribution(double point, double probability)
    {
        var share = Kernel(12345, Count).Count(value => value < point * Deviation) / (double)Count;
        var expected = (probability - 0.0227501) / 0.9544997;

        Assert.Equal(expected, share, 5 * Math.Sqrt(expected * (1 - expected) / Count));
    }

    [Fact]
    public void Should_give_the_same_weights_in_any_order_of_drawing()
    {
        var parts = new float[1001];
        for (var start = 994; start >= 0; start -= 7)
        {
            HeNormal.Fill(parts.AsSpan(start, 7), new RandomStream(1, RandomPurpose.Weights), 50, start);
        }

        Assert.Equal(Kernel(1, 1001), parts);
        Assert.NotEqual(Kernel(2, 1001), parts);
    }

    private static float[] Kernel(ulong seed, int count)
    {
        var kernel = new float[count];
        HeNormal.Fill(kernel, new RandomStream(seed, RandomPurpose.Weights), 50);
        return kernel;
    }
}
