using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Tests.Numerics.Elementary;

public class NormalQuantileTests
{
    // Roots of the distribution function at 30 digits.
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.6, 0.25334710313579974132)]
    [InlineData(0.75, 0.6744897501960817432)]
    [InlineData(0.925, 1.4395314709384562291)]
    [InlineData(0.95, 1.6448536269514722843)]
    [InlineData(0.975, 1.9599639845400538556)]
    [InlineData(0.999, 3.0902323061678132778)]
    [InlineData(0.03, -1.8807936081512509552)]
    [InlineData(1e-5, -4.2648907939228246102)]
    [InlineData(1e-12, -7.0344838253011319326)]
    [InlineData(1e-300, -37.047096299361199237)]
    public void Should_give_the_published_percentage_points(double p, double expected) =>
        Assert.Equal(expected, NormalQuantile.Of(p), 4e-15 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Should_rise_with_the_probability_and_mirror_it()
    {
        for (var i = 1; i < 4096; i++)
        {
            Assert.True(NormalQuantile.Of(i / 4097d) < NormalQuantile.Of((i + 1) / 4097d));
            Assert.Equal(-NormalQuantile.Of(i / 4096d), NormalQuantile.Of(1 - (i / 4096d)));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void Should_refuse_what_is_no_probability(double p) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalQuantile.Of(p));
}
