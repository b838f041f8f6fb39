using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Layers;
using Padding = FashionPipeline.Training.Layers.Padding;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>
/// A convolution by our own kernels and by libtorch, two independent implementations of one formula, and against differences of the
/// formula in double.
/// </summary>
public class Conv2DOperationTests
{
    [Theory]
    [InlineData(1, 3, 3, 1, 1, 3, 3)]
    [InlineData(2, 9, 7, 3, 5, 3, 3)]
    [InlineData(3, 8, 11, 5, 17, 2, 4)]
    [InlineData(2, 6, 5, 33, 35, 1, 1)]
    [InlineData(5, 12, 10, 2, 34, 5, 2)]
    [InlineData(4, 28, 28, 1, 32, 3, 3)]
    public void Should_agree_on_conv2d_with_either_padding(
        int batch, int height, int width, int channels, int filters, int kernelHeight, int kernelWidth)
    {
        foreach (var padding in Enum.GetValues<Padding>())
        {
            foreach (var activation in new[] { Activation.Linear, Activation.Relu, Activation.Tanh })
            {
                Agreement.Require(
                    (backend, t) => Conv2DOperation.Apply(t[0], t[1], t[2], padding, activation, backend),
                    Input.Random(1, batch, height, width, channels),
                    Input.Random(2, kernelHeight, kernelWidth, channels, filters),
                    Input.Random(3, filters));
            }
        }
    }

    [Theory]
    [InlineData(2, 9, 7, 3, 5, 3, 3, 2)]
    [InlineData(3, 8, 11, 5, 17, 2, 4, 3)]
    [InlineData(2, 6, 5, 33, 35, 1, 1, 2)]
    [InlineData(2, 8, 8, 16, 16, 3, 3, 2)]
    public void Should_agree_on_conv2d_with_strides_and_either_padding(
        int batch, int height, int width, int channels, int filters, int kernelHeight, int kernelWidth, int strides)
    {
        foreach (var padding in Enum.GetValues<Padding>())
        {
            Agreement.Require(
                (backend, t) => Conv2DOperation.Apply(t[0], t[1], t[2], padding, Activation.Relu, backend, strides),
                Input.Random(1, batch, height, width, channels),
                Input.Random(2, kernelHeight, kernelWidth, channels, filters),
                Input.Random(3, filters));
        }
    }

    [Fact]
    public void Should_compute_no_gradient_of_an_input_that_needs_none()
    {
        Agreement.Require(
            (backend, t) => Conv2DOperation.Apply(t[0], t[1], t[2], Padding.Same, Activation.Relu, backend),
            Input.Random(1, 2, 5, 6, 3) with { NeedsGradient = false },
            Input.Random(2, 3, 3, 3, 4),
            Input.Random(3, 4));
    }

    [Fact]
    public void Should_pass_the_gradient_through_weights_that_need_none()
    {
        Agreement.Require(
            (backend, t) => Conv2DOperation.Apply(t[0], t[1], t[2], Padding.Valid, Activation.Linear, backend),
            Input.Random(1, 2, 5, 6, 3),
            Input.Random(2, 3, 3, 3, 4) with { NeedsGradient = false },
            Input.Random(3, 4) with { NeedsGradient = false });
    }

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_conv2d(ulong seed)
    {
        int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
        var kernel = Input.Random(seed + 100, Draw(0, 1, 4), Draw(1, 1, 4), Draw(2, 1, 3), Draw(3, 1, 19));
        var input = Input.Random(seed, Draw(4, 1, 3), Draw(5, (int)kernel.Shape[0], 6), Draw(6, (int)kernel.Shape[1], 6), kernel.Shape[2]);
        (Padding, Activation, int)[] kinds =
        [
            (Padding.Valid, Activation.Relu, 1), (Padding.Same, Activation.Linear, 1), (Padding.Same, Activation.Sigmoid, 1),
            (Padding.Valid, Activation.Relu, 2), (Padding.Same, Activation.Linear, 2), (Padding.Same, Activation.Sigmoid, 3),
        ];
        foreach (var (padding, activation, strides) in kinds)
        {
            FiniteDifferences.Require(
                (backend, t) => Conv2DOperation.Apply(t[0], t[1], t[2], padding, activation, backend, strides),
                x => ByDefinition.Activate(
                    ByDefinition.Conv2D(x[0], input.Shape, x[1], kernel.Shape, x[2], padding == Padding.Same, strides), activation),
                input,
                kernel,
                Input.Random(seed + 200, kernel.Shape[3]));
        }
    }
}
