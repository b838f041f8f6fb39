using FashionPipeline.Training.Functions;

namespace FashionPipeline.Tests.Training.Functions;

public class DropoutMaskTests
{
    [Theory]
    [InlineData(0.15)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void Should_zero_the_asked_share_and_keep_the_mean(double rate)
    {
        var mask = Mask(200_001, rate);

        Assert.Equal(rate, mask.Count(value => value == 0) / (double)mask.Length, 0.005);
        Assert.All(mask, value => Assert.True(value == 0 || value == (float)(1 / (1 - rate))));
        Assert.Equal(1, mask.Average(), 0.01);
    }

    [Fact]
    public void Should_keep_everything_at_rate_zero() => Assert.All(Mask(1001, 0), value => Assert.Equal(1f, value));

    [Fact]
    public void Should_be_the_same_for_the_same_step_and_another_for_any_other()
    {
        var mask = Mask(1000, 0.5);

        Assert.Equal(mask, Mask(1000, 0.5));
        Assert.Equal(mask[..501], Mask(501, 0.5));
        Assert.NotEqual(mask, Mask(1000, 0.5, seed: 2));
        Assert.NotEqual(mask, Mask(1000, 0.5, layer: 2));
        Assert.NotEqual(mask, Mask(1000, 0.5, epoch: 2));
        Assert.NotEqual(mask, Mask(1000, 0.5, step: 2));
    }

    private static float[] Mask(int length, double rate, ulong seed = 1, int layer = 1, int epoch = 1, int step = 1)
    {
        var mask = new float[length];
        DropoutMask.Fill(mask, rate, seed, layer, epoch, step);
        return mask;
    }
}
