using System.Numerics;
using FashionPipeline.Numerics.Elementary;

namespace FashionPipeline.Tests.Numerics.Elementary;

public class ElementaryFunctionTests
{
    [Fact]
    public void Should_keep_the_stated_error_of_the_exponential_function() =>
        Assert.InRange(Ulps.Worst(Exponential.Of, Math.Exp), 0.5, 0.99);

    [Fact]
    public void Should_keep_the_stated_error_of_the_logarithm() =>
        Assert.InRange(Ulps.Worst(Logarithm.Of, Math.Log), 0.5, 0.84);

    [Fact]
    public void Should_keep_the_stated_error_of_the_logistic_function() =>
        Assert.InRange(Ulps.Worst(LogisticFunction.Of, x => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x))), 0.5, 2.41);

    [Fact]
    public void Should_keep_the_stated_error_of_the_hyperbolic_tangent() =>
        Assert.InRange(Ulps.Worst(HyperbolicTangent.Of, Math.Tanh), 0.5, 1.34);

    [Fact]
    public void Should_give_one_number_the_same_bits_as_a_lane()
    {
        var numbers = Ulps.EveryKindOfNumber().Where((_, i) => i % 101 == 0).ToArray();
        for (var i = 0; i + Vector<float>.Count <= numbers.Length; i += Vector<float>.Count)
        {
            var x = new Vector<float>(numbers, i);
            var (exp, log, sigmoid, tanh) = (Exponential.Of(x), Logarithm.Of(x), LogisticFunction.Of(x), HyperbolicTangent.Of(x));
            for (var lane = 0; lane < Vector<float>.Count; lane++)
            {
                AssertSameBits(exp[lane], Exponential.Of(x[lane]));
                AssertSameBits(log[lane], Logarithm.Of(x[lane]));
                AssertSameBits(sigmoid[lane], LogisticFunction.Of(x[lane]));
                AssertSameBits(tanh[lane], HyperbolicTangent.Of(x[lane]));
            }
        }
    }

    [Theory]
    [InlineData(0f, 1f)]
    [InlineData(1e-45f, 1f)]
    [InlineData(1f, 2.7182817f)]
    [InlineData(-87.33654f, 1.1754997e-38f)]
    [InlineData(-103.9f, 1e-45f)]
    [InlineData(-104f, 0f)]
    [InlineData(-1e30f, 0f)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(88.72283f, 3.4027985e+38f)]
    [InlineData(88.73f, float.PositiveInfinity)]
    [InlineData(1e30f, float.PositiveInfinity)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void Should_give_the_exponential_function_at_its_edges(float x, float expected) => Assert.Equal(expected, Exponential.Of(x));

    [Theory]
    [InlineData(1f, 0f)]
    [InlineData(2f, 0.6931472f)]
    [InlineData(0.5f, -0.6931472f)]
    [InlineData(1e-45f, -103.27893f)]
    [InlineData(1.17549435e-38f, -87.33655f)]
    [InlineData(float.MaxValue, 88.722839f)]
    [InlineData(0f, float.NegativeInfinity)]
    [InlineData(-1e-45f, float.NaN)]
    [InlineData(float.NegativeInfinity, float.NaN)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN)]
    public void Should_give_the_logarithm_at_its_edges(float x, float expected)
    {
        Assert.Equal(expected, Logarithm.Of(x));
        Assert.Equal(double.IsFinite(expected) ? expected : (double)expected, (float)Logarithm.Of((double)x));
    }

    [Theory]
    [InlineData(0f, 0.5f)]
    [InlineData(float.NegativeInfinity, 0f)]
    [InlineData(-100f, 3.7835059e-44f)]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(float.NaN, float.NaN)]
    public void Should_give_the_logistic_function_at_its_edges(float x, float expected) => Assert.Equal(expected, LogisticFunction.Of(x));

    [Theory]
    [InlineData(0f, 0f)]
    [InlineData(1e-45f, 1e-45f)]
    [InlineData(-1e-20f, -1e-20f)]
    [InlineData(-20f, -1f)]
    [InlineData(float.NegativeInfinity, -1f)]
    [InlineData(float.PositiveInfinity, 1f)]
    [InlineData(float.NaN, float.NaN)]
    public void Should_give_the_hyperbolic_tangent_at_its_edges(float x, float expected) =>
        AssertSameBits(expected, HyperbolicTangent.Of(x));

    [Fact]
    public void Should_take_negative_zero_for_zero_where_the_function_has_no_sign()
    {
        AssertSameBits(1f, Exponential.Of(-0f));
        AssertSameBits(0.5f, LogisticFunction.Of(-0f));
        AssertSameBits(float.NegativeInfinity, Logarithm.Of(-0f));
    }

    [Fact]
    public void Should_give_the_hyperbolic_tangent_the_sign_of_its_argument()
    {
        AssertSameBits(-0f, HyperbolicTangent.Of(-0f));
        Assert.All(Ulps.EveryKindOfNumber().Where(x => x > 0), x => AssertSameBits(-HyperbolicTangent.Of(x), HyperbolicTangent.Of(-x)));
    }

    [Fact]
    public void Should_give_the_logarithm_of_doubles_within_two_units_in_the_last_place()
    {
        // Math.Log itself may be wrong by one unit.
        var numbers = Enumerable.Range(-1074, 2098)
            .SelectMany(exponent => new[] { 1, 1.1, 1.4142135623730950, 1.7, 1.9999 }.Select(x => Math.ScaleB(x, exponent)))
            .Concat(Enumerable.Range(1, 2000).Select(i => i / 1000d));
        foreach (var x in numbers.Where(x => x > 0))
        {
            var expected = Math.Log(x);
            Assert.InRange(Logarithm.Of(x), expected - (2 * Ulp(expected)), expected + (2 * Ulp(expected)));
        }
    }

    private static double Ulp(double x) => Math.BitIncrement(Math.Abs(x)) - Math.Abs(x);

    private static void AssertSameBits(float expected, float found) =>
        Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(found));
}
