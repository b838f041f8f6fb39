using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Tests.Numerics.Elementary;

public class CosineOfPiTests
{
    [Fact]
    public void Should_be_exact_where_the_cosine_is() =>
        Assert.Equal([1d, 0d, -1d], new[] { 0, 0.5, 1 }.Select(CosineOfPi.Of));

    [Fact]
    public void Should_come_near_to_the_cosine_everywhere()
    {
        for (var i = 0; i <= 10_000; i++)
        {
            var x = i / 10_000d;
            Assert.Equal(Math.Cos(Math.PI * x), CosineOfPi.Of(x), 4e-16);
        }
    }

    [Fact]
    public void Should_mirror_itself_at_a_half_to_the_bit()
    {
        for (var i = 0; i <= 64; i++)
        {
            Assert.Equal(CosineOfPi.Of(i / 64d), -CosineOfPi.Of(1 - (i / 64d)));
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Should_refuse_what_is_not_within_half_a_turn(double x) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CosineOfPi.Of(x));
}
