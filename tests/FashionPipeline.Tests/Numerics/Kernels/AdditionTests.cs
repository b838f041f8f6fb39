using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class AdditionTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(10_007)]
    public void Should_add_value_by_value_to_the_bit_on_any_number_of_cores(int length)
    {
        var (left, right) = (Numbers.Random(length, 1), Numbers.Random(length, 2));
        foreach (var cores in new[] { 1, 4 })
        {
            var sums = new float[length];
            Elementwise.Add(left, right, sums, new Workspace(cores));
            Numbers.AssertSameBits([.. left.Zip(right, (one, other) => one + other)], sums);
        }
    }

    [Fact]
    public void Should_refuse_values_of_different_number()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementwise.Add(new float[2], new float[3], new float[2], new Workspace(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementwise.Add(new float[2], new float[2], new float[3], new Workspace(1)));
    }
}
