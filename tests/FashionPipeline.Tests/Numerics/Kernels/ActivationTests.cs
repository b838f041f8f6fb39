using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class ActivationTests
{
    private delegate void Forward(ReadOnlySpan<float> input, Span<float> output, Workspace workspace);

    private delegate void Backward(ReadOnlySpan<float> output, ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient, Workspace workspace);

    private static readonly Workspace Single = new(1);

    [Fact]
    public void Should_rectify()
    {
        float[] input = [-1, -0f, 0, 1e-45f, 2, float.NaN, float.NegativeInfinity, float.PositiveInfinity, -1e-45f, 3];
        var output = new float[input.Length];
        Elementwise.Forward<Relu>(input, output, Single);

        Assert.Equal(RandomValues.Bits([0, 0, 0, 1e-45f, 2, float.NaN, 0, float.PositiveInfinity, 0, 3]), RandomValues.Bits(output));
    }

    [Fact]
    public void Should_let_gradients_through_where_the_rectified_value_is_above_zero()
    {
        float[] output = [0, 1, 0, 1e-45f, 2, float.NaN, 0, float.PositiveInfinity, 0, 3];
        var gradient = new float[output.Length];
        Elementwise.Backward<Relu>(output, [1, -2, -3, 4, 5, 6, float.NaN, 8, 9, 10], gradient, Single);

        Assert.Equal(RandomValues.Bits([0, -2, 0, 4, 5, 0, 0, 8, 0, 10]), RandomValues.Bits(gradient));
    }

    [Fact]
    public void Should_give_the_logistic_function_and_its_derivative() =>
        AssertFunction(Elementwise.Forward<Sigmoid>, Elementwise.Backward<Sigmoid>, x => 1 / (1 + Math.Exp(-x)));

    [Fact]
    public void Should_give_the_hyperbolic_tangent_and_its_derivative() =>
        AssertFunction(Elementwise.Forward<Tanh>, Elementwise.Backward<Tanh>, Math.Tanh);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(16384)]
    [InlineData(50_003)]
    public void Should_give_the_same_bits_on_any_number_of_cores(int count)
    {
        var (input, gradient) = (RandomValues.Floats(count), RandomValues.Floats(count, 2));
        foreach (var (forward, backward) in new (Forward, Backward)[]
                 {
                     (Elementwise.Forward<Relu>, Elementwise.Backward<Relu>),
                     (Elementwise.Forward<Sigmoid>, Elementwise.Backward<Sigmoid>),
                     (Elementwise.Forward<Tanh>, Elementwise.Backward<Tanh>),
                 })
        {
            var (output, back) = Run(forward, backward, input, gradient, Single);
            var (output4, back4) = Run(forward, backward, input, gradient, new Workspace(4));

            Assert.Equal(RandomValues.Bits(output), RandomValues.Bits(output4));
            Assert.Equal(RandomValues.Bits(back), RandomValues.Bits(back4));
        }
    }

    [Fact]
    public void Should_work_in_place()
    {
        var values = RandomValues.Floats(100);
        var output = new float[100];
        Elementwise.Forward<Relu>(values, output, Single);
        Elementwise.Forward<Relu>(values, values, Single);

        Assert.Equal(output, values);
    }

    [Fact]
    public void Should_refuse_spans_that_differ_in_length()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementwise.Forward<Relu>(new float[3], new float[4], Single));
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementwise.Backward<Relu>(new float[3], new float[4], new float[3], Single));
        Assert.Throws<ArgumentOutOfRangeException>(() => Elementwise.Backward<Relu>(new float[3], new float[3], new float[4], Single));
    }

    private static void AssertFunction(Forward forward, Backward backward, Func<double, double> function)
    {
        const double Step = 1e-5;
        var (input, gradient) = (RandomValues.Floats(133), RandomValues.Floats(133, 2));
        var (output, back) = Run(forward, backward, input, gradient, Single);
        for (var i = 0; i < input.Length; i++)
        {
            Assert.Equal(function(input[i]), output[i], 3e-7);
            Assert.Equal(gradient[i] * (function(input[i] + Step) - function(input[i] - Step)) / (2 * Step), back[i], 1e-6);
        }
    }

    private static (float[] Output, float[] InputGradient) Run(
        Forward forward, Backward backward, float[] input, float[] outputGradient, Workspace workspace)
    {
        var (output, inputGradient) = (new float[input.Length], new float[input.Length]);
        forward(input, output, workspace);
        backward(output, outputGradient, inputGradient, workspace);
        return (output, inputGradient);
    }
}
