using FashionPipeline.Numerics.Kernels;
using FashionPipeline.Numerics.Random;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class DropoutTests
{
    private static readonly RandomStream Stream = new(12345, RandomPurpose.Dropout, layer: 1, epoch: 2, step: 3);
    private static readonly Workspace Single = new(1);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(31)]
    [InlineData(2047)]
    [InlineData(2050)]
    [InlineData(16385)]
    [InlineData(40_001)]
    public void Should_drop_a_value_where_its_16_bits_are_below_the_rate(int count)
    {
        var input = RandomValues.Floats(count);
        var kept = (float)(1 / (1 - 0.2));
        var expected = input
            .Select((x, i) => x * ((Stream.UInt32(i / 2) >> (16 * (i % 2)) & 0xffff) < 13107 ? 0f : kept))
            .ToArray();

        Assert.Equal(RandomValues.Bits(expected), RandomValues.Bits(Forward(input, 0.2, Single)));
        Assert.Equal(RandomValues.Bits(expected), RandomValues.Bits(Forward(input, 0.2, new Workspace(4))));
    }

    [Theory]
    [InlineData(0.15)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Should_drop_the_asked_share_and_keep_the_mean(double rate)
    {
        var output = Forward([.. Enumerable.Repeat(1f, 200_001)], rate, Single);

        Assert.Equal(rate, output.Count(value => value == 0) / (double)output.Length, 0.005);
        Assert.All(output, value => Assert.True(value == 0 || value == (float)(1 / (1 - rate))));
    }

    [Fact]
    public void Should_keep_everything_at_rate_zero()
    {
        var input = RandomValues.Floats(1001);
        Assert.Equal(input, Forward(input, 0, Single));
    }

    [Fact]
    public void Should_draw_the_same_numbers_for_the_gradient()
    {
        var output = Forward([.. Enumerable.Repeat(1f, 5001)], 0.5, Single);
        var gradient = RandomValues.Floats(5001);
        var result = new float[5001];
        Dropout.Backward(gradient, result, 0.5, Stream, Single);

        Assert.Equal(gradient.Zip(output, (g, factor) => g * factor), result);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Should_refuse_a_rate_that_is_no_share(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Forward(new float[4], rate, Single));

    private static float[] Forward(float[] input, double rate, Workspace workspace)
    {
        var output = new float[input.Length];
        Dropout.Forward(input, output, rate, Stream, workspace);
        return output;
    }
}
