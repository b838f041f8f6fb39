using FashionPipeline.Evaluation.Statistics;

namespace FashionPipeline.Tests.Evaluation.Statistics;

public sealed class StudentTTests
{
    // Quantiles as every table has them: Abramowitz and Stegun, table 26.10; the NIST Handbook, 1.3.6.7.2.
    [Theory]
    [InlineData(0.95, 1, 12.706204736174707)]
    [InlineData(0.95, 2, 4.302652729749464)]
    [InlineData(0.95, 3, 3.182446305283708)]
    [InlineData(0.95, 4, 2.776445105197799)]
    [InlineData(0.95, 9, 2.262157162798205)]
    [InlineData(0.95, 30, 2.042272456301238)]
    [InlineData(0.99, 4, 4.604094871349993)]
    [InlineData(0.5, 1, 1)]
    public void Should_give_the_quantiles_of_the_tables(double share, int degreesOfFreedom, double quantile) =>
        Assert.Equal(quantile, StudentT.Quantile(share, degreesOfFreedom), 1e-11);

    // In closed form: 2/π·arctan t with 1 degree of freedom, t/√(2 + t²) with 2, and what A&S 26.7.4 gives with 4.
    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2.5)]
    [InlineData(40)]
    [InlineData(1e9)]
    public void Should_agree_with_the_closed_forms_of_few_degrees_of_freedom(double t)
    {
        Assert.Equal(2 / Math.PI * Math.Atan(t), StudentT.Within(t, 1), 1e-14);
        Assert.Equal(t / Math.Sqrt(2 + (t * t)), StudentT.Within(t, 2), 1e-14);
        var cosine = 2 / Math.Sqrt(4 + (t * t));
        Assert.Equal(t / Math.Sqrt(4 + (t * t)) * (1 + (cosine * cosine / 2)), StudentT.Within(t, 4), 1e-14);
        var angle = Math.Atan(t / Math.Sqrt(3));
        Assert.Equal(2 / Math.PI * (angle + (Math.Sin(angle) * Math.Cos(angle))), StudentT.Within(t, 3), 1e-14);
    }

    [Fact]
    public void Should_come_to_the_normal_distribution_with_many_degrees_of_freedom() =>
        Assert.Equal(1.959963984540054, StudentT.Quantile(0.95, 1_000_000), 1e-5);

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(double.NaN, 4)]
    [InlineData(1, 0)]
    public void Should_reject_what_no_value_can_be(double t, int degreesOfFreedom) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Within(t, degreesOfFreedom));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Should_reject_a_share_that_has_no_quantile(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(share, 4));
}
