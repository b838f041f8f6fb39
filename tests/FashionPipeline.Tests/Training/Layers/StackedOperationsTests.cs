using FashionPipeline.Numerics.Random;
using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Tests.Training.Functions;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Layers;
using static TorchSharp.torch;
using Padding = FashionPipeline.Training.Layers.Padding;

namespace FashionPipeline.Tests.Training.Layers;

/// <summary>Operations one after the other, by our own kernels, by libtorch and by their formulas in double.</summary>
public class StackedOperationsTests
{
    private static readonly RandomStream Stream = new(12345, RandomPurpose.Dropout, layer: 2, epoch: 1, step: 7);

    [Fact]
    public void Should_compute_without_gradients_where_they_are_switched_off()
    {
        var stack = (Backend backend, Tensor[] t) =>
        {
            using var off = no_grad();
            var images = MaxPool2DOperation.Apply(Conv2DOperation.Apply(t[0], t[1], t[2], Padding.Valid, Activation.Relu, backend), 2, 2, backend);
            var features = DropoutOperation.Apply(ActivationOperation.Apply(images, Activation.Sigmoid, backend), 0.25, Stream, backend).reshape(t[0].shape[0], -1);
            return DenseOperation.Apply(features, t[3], t[4], Activation.Tanh, backend);
        };
        Input[] inputs = [Input.Random(1, 3, 7, 9, 2), Input.Random(2, 2, 3, 2, 5), Input.Random(3, 5), Input.Random(4, 45, 6), Input.Random(5, 6)];

        var portable = Functions.Evaluation.Of(Agreement.Portable, stack, inputs);

        Assert.All(portable.Gradients, Assert.Null);
        Agreement.RequireClose(Functions.Evaluation.Of(Agreement.LibTorch, stack, inputs).Output, portable.Output, Agreement.OutputTolerance, "output");
    }

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_a_small_network_of_all_layers(ulong seed)
    {
        var (batch, channels, filters, units, classes) =
            (Numbers.Whole(seed, 0, 1, 4), Numbers.Whole(seed, 1, 1, 3), Numbers.Whole(seed, 2, 1, 9), Numbers.Whole(seed, 3, 1, 11), Numbers.Whole(seed, 4, 2, 10));
        long[] imageShape = [batch, 7, 5, channels], kernelShape = [3, 2, channels, filters], hidden = [batch, 7, 5, filters];
        var labels = RandomValues.Integers(batch, 0, classes - 1, seed);

        FiniteDifferences.Require(
            (backend, t) =>
            {
                var images = MaxPool2DOperation.Apply(Conv2DOperation.Apply(t[0], t[1], t[2], Padding.Same, Activation.Relu, backend), 2, 2, backend);
                var features = DenseOperation.Apply(images.reshape(batch, -1), t[3], t[4], Activation.Tanh, backend);
                return SoftmaxCrossEntropyOperation.Loss(DenseOperation.Apply(DropoutOperation.Apply(features, 0.25, Stream, backend), t[5], t[6], Activation.Softmax, backend), labels, backend);
            },
            x =>
            {
                var images = ByDefinition.Activate(ByDefinition.Conv2D(x[0], imageShape, x[1], kernelShape, x[2], same: true), Activation.Relu);
                var pooled = ByDefinition.MaxPool2D(images, hidden, 2, 2);
                var features = ByDefinition.Activate(ByDefinition.Dense(pooled, x[3], x[4], batch), Activation.Tanh);
                return [ByDefinition.SoftmaxCrossEntropy(ByDefinition.Dense(ByDefinition.Dropout(features, 0.25, Stream), x[5], x[6], batch), labels)];
            },
            Input.Random(seed, imageShape),
            Input.Random(seed + 100, kernelShape),
            Input.Random(seed + 200, filters),
            Input.Random(seed + 300, 3 * 2 * filters, units),
            Input.Random(seed + 400, units),
            Input.Random(seed + 500, units, classes),
            Input.Random(seed + 600, classes));
    }
}
