using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class WinogradConv2DTests
{
    /// <summary>Even and ragged outputs, with and without a border, one band of tiles and several, more images than parts.</summary>
    public static TheoryData<Conv2DShape> Shapes { get; } = new(new Conv2DShape[]
    {
        new(2, 26, 26, 32, 32, 3, 3, false),
        new(3, 9, 10, 16, 48, 3, 3, false),
        new(2, 8, 7, 48, 16, 3, 3, true),
        new(2, 4, 30, 16, 16, 3, 3, true),
        new(35, 4, 4, 16, 16, 3, 3, false),
        new(5, 5, 6, 192, 80, 3, 3, true),
    });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_add_in_the_documented_order_to_the_bit(Conv2DShape shape)
    {
        Assert.True(shape.IsWinograd);
        var (input, kernel, bias, outputGradient) = Operands(shape);
        foreach (var relu in new[] { false, true })
        {
            var expected = new WinogradByDefinition(shape, input, kernel, bias, outputGradient, relu);
            foreach (var workspace in new[] { new Workspace(1), new Workspace(4) })
            {
                var found = Compute(shape, input, kernel, bias, outputGradient, relu, workspace);
                Numbers.AssertSameBits(expected.Output, found.Output);
                Numbers.AssertSameBits(expected.InputGradient, found.InputGradient);
                Numbers.AssertSameBits(expected.KernelGradient, found.KernelGradient);
                Numbers.AssertSameBits(expected.BiasGradient, found.BiasGradient);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_compute_a_convolution(Conv2DShape shape)
    {
        var (input, kernel, bias, outputGradient) = Operands(shape);

        var found = Compute(shape, input, kernel, bias, outputGradient, relu: false, new Workspace(1));

        var expected = new Conv2DByDefinition(shape, input, kernel, bias, outputGradient, relu: false);
        AssertClose(expected.Output, found.Output);
        AssertClose(expected.InputGradient, found.InputGradient);
        AssertClose(expected.KernelGradient, found.KernelGradient);
        AssertClose(expected.BiasGradient, found.BiasGradient);
    }

    [Fact]
    public void Should_come_as_near_to_the_convolution_in_double_as_the_definition_in_float32()
    {
        var shape = new Conv2DShape(2, 12, 12, 32, 32, 3, 3, Same: false);
        var (input, kernel, bias, outputGradient) = Operands(shape);

        var found = Compute(shape, input, kernel, bias, outputGradient, relu: false, new Workspace(1));

        var exact = ConvolutionInDouble(shape, input, kernel, bias);
        var direct = new Conv2DByDefinition(shape, input, kernel, bias, outputGradient, relu: false);
        Assert.InRange(MeanSquare(found.Output, exact), 0, MeanSquare(direct.Output, exact));
    }

    [Fact]
    public void Should_find_nothing_of_other_shapes_in_the_memory_that_they_share()
    {
        var shared = new Workspace(2);
        foreach (var shape in Shapes.Concat(Shapes.Reverse()).Select(row => row.Data))
        {
            var (input, kernel, bias, outputGradient) = Operands(shape);
            var expected = Compute(shape, input, kernel, bias, outputGradient, relu: true, new Workspace(1));

            var found = Compute(shape, input, kernel, bias, outputGradient, relu: true, shared);

            Numbers.AssertSameBits(expected.Output, found.Output);
            Numbers.AssertSameBits(expected.InputGradient, found.InputGradient);
            Numbers.AssertSameBits(expected.KernelGradient, found.KernelGradient);
            Numbers.AssertSameBits(expected.BiasGradient, found.BiasGradient);
        }
    }

    [Fact]
    public void Should_leave_the_gradient_of_the_input_out_where_nobody_needs_it()
    {
        var shape = new Conv2DShape(2, 9, 9, 16, 16, 3, 3, Same: true);
        var (input, kernel, bias, outputGradient) = Operands(shape);
        var expected = Compute(shape, input, kernel, bias, outputGradient, relu: false, new Workspace(1));
        var (kernelGradient, biasGradient) = (new float[kernel.Length], new float[bias.Length]);

        Conv2D.Backward(shape, input, kernel, [], outputGradient, [], kernelGradient, biasGradient, relu: false, new Workspace(2));

        Numbers.AssertSameBits(expected.KernelGradient, kernelGradient);
        Numbers.AssertSameBits(expected.BiasGradient, biasGradient);
    }

    [Fact]
    public void Should_be_chosen_by_the_sizes_where_it_multiplies_less()
    {
        Assert.True(new Conv2DShape(1, 26, 26, 32, 32, 3, 3, Same: false).IsWinograd);
        Assert.True(new Conv2DShape(64, 7, 7, 128, 128, 3, 3, Same: true).IsWinograd);
        Assert.True(new Conv2DShape(1, 5, 5, 16, 16, 3, 3, Same: true).IsWinograd);

        Assert.False(new Conv2DShape(1, 26, 26, 32, 32, 5, 5, Same: false).IsWinograd);
        Assert.False(new Conv2DShape(1, 28, 28, 1, 32, 3, 3, Same: false).IsWinograd);
        Assert.False(new Conv2DShape(1, 28, 28, 32, 24, 3, 3, Same: false).IsWinograd);
        Assert.False(new Conv2DShape(1, 3, 3, 16, 16, 3, 3, Same: true).IsWinograd);
        Assert.False(new Conv2DShape(1, 3, 3, 16, 16, 3, 3, Same: false).IsWinograd);
        Assert.False(new Conv2DShape(1, 2, 2, 16, 16, 3, 3, Same: false).IsWinograd);
        Assert.False(new Conv2DShape(1, 1, 1, 16, 16, 3, 3, Same: false).IsWinograd);
    }

    private static (float[] Input, float[] Kernel, float[] Bias, float[] OutputGradient) Operands(Conv2DShape shape) => (
        Numbers.Random(shape.Batch * shape.Height * shape.Width * shape.Channels, 1),
        Numbers.Random(9 * shape.Channels * shape.Filters, 2),
        Numbers.Random(shape.Filters, 3),
        Numbers.Random(shape.Batch * shape.OutputHeight * shape.OutputWidth * shape.Filters, 4));

    private static (float[] Output, float[] InputGradient, float[] KernelGradient, float[] BiasGradient) Compute(
        Conv2DShape shape, float[] input, float[] kernel, float[] bias, float[] outputGradient, bool relu, Workspace workspace)
    {
        var (y, dx, dw, db) = (new float[outputGradient.Length], new float[input.Length], new float[kernel.Length], new float[bias.Length]);
        Conv2D.Forward(shape, input, kernel, bias, y, relu, workspace);
        Conv2D.Backward(shape, input, kernel, y, outputGradient, dx, dw, db, relu, workspace);
        return (y, dx, dw, db);
    }

    private static double[] ConvolutionInDouble(Conv2DShape shape, float[] input, float[] kernel, float[] bias)
    {
        var output = new double[shape.Batch * shape.OutputHeight * shape.OutputWidth * shape.Filters];
        for (var at = 0; at < output.Length; at++)
        {
            var filter = at % shape.Filters;
            var x = at / shape.Filters % shape.OutputWidth;
            var row = at / shape.Filters / shape.OutputWidth;
            var (image, y) = (row / shape.OutputHeight, row % shape.OutputHeight);
            output[at] = bias[filter];
            for (var i = 0; i < 9 * shape.Channels; i++)
            {
                var (channel, place) = (i % shape.Channels, i / shape.Channels);
                var pixel = (((image * shape.Height) + y + (place / 3)) * shape.Width) + x + (place % 3);
                output[at] += (double)input[(pixel * shape.Channels) + channel] * kernel[(i * shape.Filters) + filter];
            }
        }

        return output;
    }

    private static double MeanSquare(float[] found, double[] exact) =>
        found.Zip(exact, (value, other) => (value - other) * (value - other)).Average();

    private static void AssertClose(float[] expected, float[] found)
    {
        var scale = expected.Max(Math.Abs);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                Math.Abs(expected[i] - found[i]) <= 2e-6 * scale,
                FormattableString.Invariant($"Number {i} is {found[i]:R}, expected {expected[i]:R}."));
        }
    }
}
