using FashionPipeline.Numerics.Random;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Networks;
using static TorchSharp.torch;
using Padding = FashionPipeline.Training.Networks.Padding;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>Each kind of layer by our own kernels and by libtorch: two independent implementations of the same formulas.</summary>
public class OperationsTests
{
    private static readonly RandomStream Stream = new(12345, RandomPurpose.Dropout, layer: 2, epoch: 1, step: 7);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 784, 10)]
    [InlineData(7, 33, 19)]
    [InlineData(64, 130, 65)]
    public void Should_agree_on_dense_with_every_activation(int batch, int features, int units)
    {
        foreach (var activation in Enum.GetValues<Activation>())
        {
            Agreement.Require(
                (operations, t) => operations.Dense(t[0], t[1], t[2], activation),
                Input.Random(1, batch, features),
                Input.Random(2, features, units),
                Input.Random(3, units));
        }
    }

    [Theory]
    [InlineData(1, 3, 3, 1, 1, 3, 3)]
    [InlineData(2, 9, 7, 3, 5, 3, 3)]
    [InlineData(3, 8, 11, 5, 17, 2, 4)]
    [InlineData(2, 6, 5, 33, 35, 1, 1)]
    [InlineData(5, 12, 10, 2, 34, 5, 2)]
    [InlineData(4, 28, 28, 1, 32, 3, 3)]
    public void Should_agree_on_conv2d_with_either_padding(int batch, int height, int width, int channels, int filters, int kernelHeight, int kernelWidth)
    {
        foreach (var padding in Enum.GetValues<Padding>())
        {
            foreach (var activation in new[] { Activation.Linear, Activation.Relu, Activation.Tanh })
            {
                Agreement.Require(
                    (operations, t) => operations.Conv2D(t[0], t[1], t[2], padding, activation),
                    Input.Random(1, batch, height, width, channels),
                    Input.Random(2, kernelHeight, kernelWidth, channels, filters),
                    Input.Random(3, filters));
            }
        }
    }

    [Theory]
    [InlineData(1, 2, 2, 1, 2, 2)]
    [InlineData(3, 7, 9, 5, 2, 2)]
    [InlineData(2, 8, 11, 33, 3, 4)]
    [InlineData(2, 26, 26, 32, 2, 2)]
    [InlineData(2, 5, 4, 3, 1, 3)]
    public void Should_agree_on_max_pool2d_where_rows_and_columns_are_left_over(int batch, int height, int width, int channels, int poolHeight, int poolWidth) =>
        Agreement.Require((operations, t) => operations.MaxPool2D(t[0], poolHeight, poolWidth), Input.Random(1, batch, height, width, channels));

    [Fact]
    public void Should_give_the_gradient_to_the_same_of_equal_largest_values()
    {
        // Behind a relu most windows hold several zeros.
        var ties = Input.Random(1, 4, 9, 10, 19);

        Agreement.Require((operations, t) => operations.MaxPool2D(t[0], 2, 3), ties with { Values = [.. ties.Values.Select(value => MathF.Floor(3 * value))] });
    }

    [Theory]
    [InlineData(0.15)]
    [InlineData(0.5)]
    [InlineData(0)]
    public void Should_drop_the_same_values(double rate)
    {
        var result = Agreement.Require((operations, t) => operations.Dropout(t[0], rate, Stream), Input.Random(1, 37, 129));

        Assert.Equal(rate, result.Output.Count(value => value == 0) / (double)result.Output.Length, 0.02);
    }

    [Theory]
    [InlineData(Activation.Linear)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Softmax)]
    public void Should_agree_on_activations_far_from_zero_and_at_zero(Activation activation)
    {
        var values = Input.Random(1, 3, 5, 7, 3);

        Agreement.Require((operations, t) => operations.Activate(t[0], activation), values with { Values = [0, .. values.Values.Skip(1).Select(value => 30 * value * value * value)] });
    }

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(64, 10, 3)]
    [InlineData(33, 19, 50)]
    public void Should_agree_on_softmax_cross_entropy(int batch, int classes, float scale)
    {
        var logits = Input.Random(1, batch, classes);
        int[] labels = [.. Enumerable.Range(0, batch).Select(i => i * 7 % classes)];

        Agreement.Require((operations, t) => operations.SoftmaxCrossEntropy(t[0], labels), logits with { Values = [.. logits.Values.Select(value => scale * value)] });
    }

    [Fact]
    public void Should_agree_on_probabilities()
    {
        var logits = Input.Random(1, 50, 10);

        var portable = Probabilities(Agreement.Portable);

        Agreement.RequireClose(Probabilities(Agreement.LibTorch), portable, Agreement.OutputTolerance, "probabilities");
        Assert.All(portable.Chunk(10), row => Assert.Equal(1, row.Sum(), 1e-6f));

        float[] Probabilities(Func<Operations> operations)
        {
            FashionPipeline.Training.Native.LibTorch.Load();
            using var scope = NewDisposeScope();
            var probabilities = new float[500];
            operations().Probabilities(tensor(logits.Values, logits.Shape), probabilities);
            return probabilities;
        }
    }

    [Fact]
    public void Should_compute_no_gradient_of_an_input_that_needs_none()
    {
        Agreement.Require(
            (operations, t) => operations.Dense(t[0], t[1], t[2], Activation.Relu),
            Input.Random(1, 5, 9) with { NeedsGradient = false },
            Input.Random(2, 9, 3),
            Input.Random(3, 3));
        Agreement.Require(
            (operations, t) => operations.Conv2D(t[0], t[1], t[2], Padding.Same, Activation.Relu),
            Input.Random(1, 2, 5, 6, 3) with { NeedsGradient = false },
            Input.Random(2, 3, 3, 3, 4),
            Input.Random(3, 4));
    }

    [Fact]
    public void Should_pass_the_gradient_through_weights_that_need_none()
    {
        Agreement.Require(
            (operations, t) => operations.Dense(t[0], t[1], t[2], Activation.Tanh),
            Input.Random(1, 5, 9),
            Input.Random(2, 9, 3) with { NeedsGradient = false },
            Input.Random(3, 3) with { NeedsGradient = false });
        Agreement.Require(
            (operations, t) => operations.Conv2D(t[0], t[1], t[2], Padding.Valid, Activation.Linear),
            Input.Random(1, 2, 5, 6, 3),
            Input.Random(2, 3, 3, 3, 4) with { NeedsGradient = false },
            Input.Random(3, 4) with { NeedsGradient = false });
    }

    [Fact]
    public void Should_add_the_gradients_of_a_tensor_that_is_used_twice() =>
        Agreement.Require(
            (operations, t) => operations.Activate(operations.Dense(t[0], t[1], t[2], Activation.Relu) + operations.Dense(t[0], t[1], t[2], Activation.Tanh), Activation.Sigmoid),
            Input.Random(1, 5, 9),
            Input.Random(2, 9, 3),
            Input.Random(3, 3));

    [Fact]
    public void Should_compute_without_gradients_where_they_are_switched_off()
    {
        var stack = (Operations operations, Tensor[] t) =>
        {
            using var off = no_grad();
            var images = operations.MaxPool2D(operations.Conv2D(t[0], t[1], t[2], Padding.Valid, Activation.Relu), 2, 2);
            var features = operations.Dropout(operations.Activate(images, Activation.Sigmoid), 0.25, Stream).reshape(t[0].shape[0], -1);
            return operations.Dense(features, t[3], t[4], Activation.Tanh);
        };
        Input[] inputs = [Input.Random(1, 3, 7, 9, 2), Input.Random(2, 2, 3, 2, 5), Input.Random(3, 5), Input.Random(4, 45, 6), Input.Random(5, 6)];

        var portable = Evaluation.Of(Agreement.Portable, stack, inputs);

        Assert.All(portable.Gradients, Assert.Null);
        Agreement.RequireClose(Evaluation.Of(Agreement.LibTorch, stack, inputs).Output, portable.Output, Agreement.OutputTolerance, "output");
    }
}
