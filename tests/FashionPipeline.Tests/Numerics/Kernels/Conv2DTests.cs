using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class Conv2DTests
{
    public static TheoryData<Conv2DShape> Shapes { get; } = new(new Conv2DShape[]
    {
        new(1, 1, 1, 1, 1, 1, 1, false),
        new(3, 9, 7, 5, 33, 3, 2, false),
        new(2, 9, 7, 5, 11, 4, 3, true),
        new(2, 5, 6, 1, 1, 3, 3, true),
        new(40, 6, 6, 3, 18, 3, 3, false),
        new(2, 28, 28, 1, 32, 3, 3, false),
        new(2, 8, 27, 2, 64, 5, 5, true),
        new(1, 4, 4, 70, 3, 4, 4, false),
        new(2, 9, 8, 3, 17, 3, 3, true) { Stride = 2 },
        new(2, 9, 8, 16, 32, 3, 3, false) { Stride = 2 },
        new(3, 7, 7, 5, 33, 1, 1, true) { Stride = 3 },
        new(35, 5, 6, 2, 7, 2, 4, true) { Stride = 4 },
    });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_add_in_the_documented_order_to_the_bit(Conv2DShape shape) => RequireDocumentedOrder(shape);

    [Fact]
    public void Should_add_in_the_documented_order_whatever_the_shape()
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
            var (kernelHeight, kernelWidth) = (Draw(0, 1, 5), Draw(1, 1, 5));
            RequireDocumentedOrder(new(
                Draw(2, 1, 5), Draw(3, kernelHeight, 12), Draw(4, kernelWidth, 12), Draw(5, 1, 9),
                    Draw(6, 1, 40), kernelHeight, kernelWidth, Draw(7, 0, 1) == 1));
        }
    }

    [Fact]
    public void Should_add_in_the_documented_order_whatever_the_stride()
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
            var (kernelHeight, kernelWidth) = (Draw(0, 1, 5), Draw(1, 1, 5));
            RequireDocumentedOrder(new(
                Draw(2, 1, 5), Draw(3, kernelHeight, 12), Draw(4, kernelWidth, 12), Draw(5, 1, 9),
                    Draw(6, 1, 40), kernelHeight, kernelWidth, Draw(7, 0, 1) == 1) { Stride = Draw(8, 2, 4) });
        }
    }

    // The border of 1 lies below and right, so that windows begin at the pixels 1, 3, 9 and 11. libtorch would have it on all sides.
    [Fact]
    public void Should_put_windows_where_Keras_does()
    {
        float[] image = [.. Enumerable.Range(1, 16)], kernel = [1, 0, 0, 0, 0, 0, 0, 0, 0], output = new float[4];

        Conv2D.Forward(
            new(1, 4, 4, 1, 1, 3, 3, true) { Stride = 2 }, image, kernel, [0], output, relu: false, new Workspace(1));

        Assert.Equal([1, 3, 9, 11], output);
    }

    [Fact]
    public void Should_give_gradients_of_zero_for_a_batch_without_images()
    {
        float[] kernelGradient = [1, 2, 3, 4], biasGradient = [5];

        Conv2D.Backward(new(0, 3, 3, 1, 1, 2, 2, false), [], [1, 2, 3, 4], [], [], [], kernelGradient,
            biasGradient, relu: false, new Workspace(1));

        Assert.Equal([0, 0, 0, 0], kernelGradient);
        Assert.Equal([0], biasGradient);
    }

    [Fact]
    public void Should_compute_a_convolution_that_was_worked_out_by_hand()
    {
        float[] image = [1, 2, 3, 4, 5, 6, 7, 8, 9], kernel = [1, 0, 0, -1];
        var (valid, same) = (new float[4], new float[9]);

        Conv2D.Forward(new(1, 3, 3, 1, 1, 2, 2, false), image, kernel, [0.5f], valid, relu: false, new Workspace(1));
        Conv2D.Forward(new(1, 3, 3, 1, 1, 2, 2, true), image, kernel, [0.5f], same, relu: false, new Workspace(1));

        Assert.Equal([-3.5f, -3.5f, -3.5f, -3.5f], valid);
        Assert.Equal([-3.5f, -3.5f, 3.5f, -3.5f, -3.5f, 6.5f, 7.5f, 8.5f, 9.5f], same);
    }

    [Fact]
    public void Should_sum_the_gradients_of_a_large_batch_in_at_most_32_parts()
    {
        Assert.Equal(32, new Conv2DShape(64, 26, 26, 32, 32, 3, 3, false).Partials);
        Assert.Equal(5, new Conv2DShape(5, 26, 26, 32, 32, 3, 3, false).Partials);
        Assert.Equal(4, new Conv2DShape(64, 26, 26, 512, 512, 3, 3, false).Partials);
    }

    [Fact]
    public void Should_refuse_an_output_for_a_kernel_larger_than_the_image() => Assert.Throws<ArgumentException>(() =>
        Conv2D.Forward(new(1, 2, 2, 1, 1, 4, 4, false), new float[4], new float[16], new float[1],
            new float[1], relu: false, new Workspace(1)));

    private static void RequireDocumentedOrder(Conv2DShape shape)
    {
        var input = Numbers.Random(shape.Batch * shape.Height * shape.Width * shape.Channels, 1);
        var kernel = Numbers.Random(shape.KernelHeight * shape.KernelWidth * shape.Channels * shape.Filters, 2);
        var bias = Numbers.Random(shape.Filters, 3);
        var outputGradient = Numbers.Random(shape.Batch * shape.OutputHeight * shape.OutputWidth * shape.Filters, 4);
        foreach (var relu in new[] { false, true })
        {
            var expected = new Conv2DByDefinition(shape, input, kernel, bias, outputGradient, relu);
            foreach (var workspace in new[] { new Workspace(1), new Workspace(4) })
            {
                var (y, dx, dw, db) =
                    (new float[outputGradient.Length], new float[input.Length], new float[kernel.Length], new float[bias.Length]);
                Conv2D.Forward(shape, input, kernel, bias, y, relu, workspace);
                Conv2D.Backward(shape, input, kernel, y, outputGradient, dx, dw, db, relu, workspace);
                Numbers.AssertSameBits(expected.Output, y);
                Numbers.AssertSameBits(expected.InputGradient, dx);
                Numbers.AssertSameBits(expected.KernelGradient, dw);
                Numbers.AssertSameBits(expected.BiasGradient, db);
            }
        }
    }
}
