using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class GradientNormTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(4_096)]
    [InlineData(10_007)]
    public void Should_sum_squares_as_it_is_documented_to_the_bit_on_any_number_of_cores(int length)
    {
        var values = RandomValues.Floats(length);
        var expected = 0d;
        foreach (var block in values.Chunk(4096))
        {
            var eight = new double[8];
            for (var i = 0; i < block.Length; i++)
            {
                eight[i % 8] += (double)block[i] * block[i];
            }

            var sum = 0d;
            foreach (var lane in eight)
            {
                sum += lane;
            }

            expected += sum;
        }

        Assert.Equal(expected, GradientNorm.Squared(values, new Workspace(1)));
        Assert.Equal(expected, GradientNorm.Squared(values, new Workspace(4)));
    }

    [Fact]
    public void Should_scale_every_value()
    {
        var values = RandomValues.Floats(5_000);
        var scaled = values.ToArray();

        GradientNorm.Scale(scaled, 0.3f, new Workspace(2));

        Assert.Equal(values.Select(value => value * 0.3f), scaled);
    }
}
