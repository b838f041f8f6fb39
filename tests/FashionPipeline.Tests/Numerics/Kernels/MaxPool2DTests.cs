using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class MaxPool2DTests
{
    private static readonly Workspace Single = new(1);

    [Fact]
    public void Should_take_the_largest_of_each_window_and_drop_what_fills_none()
    {
        // One channel, 3 x 5 pixels, windows 2 x 2: the last row and column are dropped.
        var shape = new Pool2DShape(1, 3, 5, 1, 2, 2);
        float[] input =
        [
            1, 2, 3, 3, 9,
            0, 4, 3, 3, 9,
            9, 9, 9, 9, 9,
        ];
        var (output, places, gradient) = Run(shape, input, [10, 20], Single);

        Assert.Equal([4, 3], output);
        Assert.Equal([3, 0], places);
        Assert.Equal(
            [
                0, 0, 20, 0, 0,
                0, 10, 0, 0, 0,
                0, 0, 0, 0, 0,
            ],
            gradient);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void Should_take_a_NaN_for_the_largest(int channels)
    {
        float[] values = [1, float.NaN, float.PositiveInfinity, 2];
        var (output, places, _) = Run(
            new Pool2DShape(1, 2, 2, channels, 2, 2), [.. values.SelectMany(x => Enumerable.Repeat(x, channels))],
                new float[channels], Single);

        Assert.All(output, x => Assert.True(float.IsNaN(x)));
        Assert.All(places, place => Assert.Equal(1, place));
    }

    [Fact]
    public void Should_find_the_first_of_equals_even_where_all_are_infinite()
    {
        var (_, places, _) = Run(
            new Pool2DShape(1, 2, 2, 35, 2, 2), [.. Enumerable.Repeat(float.NegativeInfinity, 4 * 35)], new float[35], Single);

        Assert.All(places, place => Assert.Equal(0, place));
    }

    [Fact]
    public void Should_pool_whole_images()
    {
        var shape = new Pool2DShape(2, 20, 20, 3, 20, 20);
        var (output, places, gradient) = Run(shape, [.. Enumerable.Range(0, shape.InputLength)], [1, 2, 3, 4, 5, 6], Single);

        Assert.Equal([1197, 1198, 1199, 2397, 2398, 2399], output);
        Assert.All(places, place => Assert.Equal(399, place));
        Assert.Equal(6, gradient.Count(x => x != 0));
        Assert.Equal([1, 2, 3], gradient[1197..1200]);
    }

    [Fact]
    public void Should_agree_with_the_definition_for_any_shape()
    {
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var sizes = RandomValues.Integers(6, 1, 9, seed);
            int[] channels = [1, 3, 16, 17, 32, 33, 48, 63];
            var shape = new Pool2DShape(sizes[0] % 4 + 1, sizes[1], sizes[2], channels[seed % 8], sizes[4] % 3 + 1, sizes[5] % 3 + 1);
            float[] input = [.. RandomValues.Integers(shape.InputLength, -5, 5, seed)];
            var outputGradient = RandomValues.Floats(shape.OutputLength, seed);
            var (output, places, gradient) = Run(shape, input, outputGradient, Single);
            var (output4, places4, gradient4) = Run(shape, input, outputGradient, new Workspace(4));

            AssertDefinition(shape, input, output, places, outputGradient, gradient);
            Assert.Equal(output, output4);
            Assert.Equal(places, places4);
            Assert.Equal(gradient, gradient4);
        }
    }

    [Fact]
    public void Should_refuse_spans_that_do_not_fit_the_shape() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => MaxPool2D.Forward(new Pool2DShape(1, 4, 4, 1, 2, 2), new float[16], new float[5], new ushort[4], Single));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    [InlineData(-2, -2)]
    public void Should_refuse_a_window_without_pixels(int poolHeight, int poolWidth) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => MaxPool2D.Forward(new Pool2DShape(1, 4, 4, 1, poolHeight, poolWidth), new float[16],
                new float[4], new ushort[4], Single));

    private static void AssertDefinition(
        Pool2DShape shape, float[] input, float[] output, ushort[] places, float[] outputGradient, float[] gradient)
    {
        var expected = new float[input.Length];
        var at = 0;
        for (var image = 0; image < shape.Batch; image++)
        {
            for (var y = 0; y < shape.OutputHeight; y++)
            {
                for (var x = 0; x < shape.OutputWidth; x++)
                {
                    for (var channel = 0; channel < shape.Channels; channel++)
                    {
                        var window = Enumerable.Range(0, shape.PoolHeight * shape.PoolWidth)
                            .Select(k => (Row: (y * shape.PoolHeight) + (k / shape.PoolWidth), Column: (x * shape.PoolWidth)
                                + (k % shape.PoolWidth)))
                            .Select(pixel =>
                                ((((image * shape.Height) + pixel.Row) * shape.Width) + pixel.Column) * shape.Channels + channel)
                            .ToList();
                        var best = window.MaxBy(i => input[i]);

                        Assert.Equal(input[best], output[at]);
                        Assert.Equal(window.IndexOf(best), places[at]);
                        expected[best] = outputGradient[at];
                        at++;
                    }
                }
            }
        }

        Assert.Equal(expected, gradient);
    }

    private static (float[] Output, ushort[] Places, float[] InputGradient) Run(
        Pool2DShape shape, float[] input, float[] outputGradient, Workspace workspace)
    {
        var (output, places) = (new float[shape.OutputLength], new ushort[shape.OutputLength]);
        MaxPool2D.Forward(shape, input, output, places, workspace);
        var inputGradient = new float[shape.InputLength];
        Array.Fill(inputGradient, float.NaN);
        MaxPool2D.Backward(shape, outputGradient, places, inputGradient, workspace);
        return (output, places, inputGradient);
    }
}
