using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class AveragePool2DTests
{
    private static readonly Workspace Single = new(1);

    [Fact]
    public void Should_take_the_mean_of_each_window_and_drop_what_fills_none()
    {
        // One channel, 3 x 5 pixels, windows 2 x 2: the last row and column are dropped.
        var shape = new Pool2DShape(1, 3, 5, 1, 2, 2);
        float[] input =
        [
            1, 2, 3, 3, 9,
            0, 4, 3, 4, 9,
            9, 9, 9, 9, 9,
        ];
        var (output, gradient) = Run(shape, input, [10, 20], Single);

        Assert.Equal([1.75f, 3.25f], output);
        Assert.Equal(
            [
                2.5f, 2.5f, 5, 5, 0,
                2.5f, 2.5f, 5, 5, 0,
                0, 0, 0, 0, 0,
            ],
            gradient);
    }

    [Fact]
    public void Should_agree_with_the_definition_bit_for_bit_for_any_shape()
    {
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var sizes = RandomValues.Integers(6, 1, 9, seed);
            int[] channels = [1, 3, 16, 17, 32, 33, 48, 63];
            var shape = new Pool2DShape((sizes[0] % 4) + 1, sizes[1], sizes[2], channels[seed % 8], (sizes[4] % 3) + 1, (sizes[5] % 3) + 1);
            var input = RandomValues.Floats(shape.InputLength, seed);
            var outputGradient = RandomValues.Floats(shape.OutputLength, seed + 100);
            var (output, gradient) = Run(shape, input, outputGradient, Single);
            var (output4, gradient4) = Run(shape, input, outputGradient, new Workspace(4));

            AssertDefinition(shape, input, output, outputGradient, gradient);
            Assert.Equal(output, output4);
            Assert.Equal(gradient, gradient4);
        }
    }

    [Fact]
    public void Should_refuse_spans_that_do_not_fit_the_shape()
    {
        var shape = new Pool2DShape(1, 4, 4, 1, 2, 2);

        Assert.Throws<ArgumentOutOfRangeException>(() => AveragePool2D.Forward(shape, new float[16], new float[5], Single));
        Assert.Throws<ArgumentOutOfRangeException>(() => AveragePool2D.Backward(shape, new float[4], new float[15], Single));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    [InlineData(-2, -2)]
    [InlineData(8192, 8192)]
    public void Should_refuse_a_window_without_pixels_or_with_too_many_to_count(int poolHeight, int poolWidth) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => AveragePool2D.Forward(new Pool2DShape(1, 4, 4, 1, poolHeight, poolWidth), new float[16], new float[4], Single));

    private static void AssertDefinition(Pool2DShape shape, float[] input, float[] output, float[] outputGradient, float[] gradient)
    {
        var sums = new float[output.Length];
        var expected = new float[input.Length];
        for (var i = 0; i < input.Length; i++)
        {
            // Pixels of a window come row by row here, too.
            var (channel, pixel) = (i % shape.Channels, i / shape.Channels);
            var (x, y, image) = (pixel % shape.Width / shape.PoolWidth, pixel / shape.Width % shape.Height / shape.PoolHeight,
                pixel / shape.Width / shape.Height);
            if (x < shape.OutputWidth && y < shape.OutputHeight)
            {
                var at = (((((image * shape.OutputHeight) + y) * shape.OutputWidth) + x) * shape.Channels) + channel;
                sums[at] += input[i];
                expected[i] = outputGradient[at] / (shape.PoolHeight * shape.PoolWidth);
            }
        }

        Assert.Equal(sums.Select(sum => sum / (shape.PoolHeight * shape.PoolWidth)), output);
        Assert.Equal(expected, gradient);
    }

    private static (float[] Output, float[] InputGradient) Run(Pool2DShape shape, float[] input,
        float[] outputGradient, Workspace workspace)
    {
        var output = new float[shape.OutputLength];
        AveragePool2D.Forward(shape, input, output, workspace);
        var inputGradient = new float[shape.InputLength];
        Array.Fill(inputGradient, float.NaN);
        AveragePool2D.Backward(shape, outputGradient, inputGradient, workspace);
        return (output, inputGradient);
    }
}
