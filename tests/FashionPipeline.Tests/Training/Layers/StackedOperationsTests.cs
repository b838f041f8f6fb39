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
            var images = Conv2DOperation.Apply(t[0], t[1], t[2], Padding.Valid, Activation.Relu, backend);
            var pooled = MaxPool2DOperation.Apply(images, 2, 2, backend);
            var features = DropoutOperation.Apply(ActivationOperation.Apply(pooled, Activation.Sigmoid, backend), 0.25, Stream, backend);
            return DenseOperation.Apply(features.reshape(t[0].shape[0], -1), t[3], t[4], Activation.Tanh, backend);
        };
        Input[] inputs =
        [
            Input.Random(1, 3, 7, 9, 2), Input.Random(2, 2, 3, 2, 5), Input.Random(3, 5), Input.Random(4, 45, 6), Input.Random(5, 6),
        ];

        var portable = Functions.Evaluation.Of(Agreement.Portable, stack, inputs);

        Assert.All(portable.Gradients, Assert.Null);
        var expected = Functions.Evaluation.Of(Agreement.LibTorch, stack, inputs);
        Agreement.RequireClose(expected.Output, portable.Output, Agreement.OutputTolerance, "output");
    }

    [Theory]
    [MemberData(nameof(FiniteDifferences.Seeds), MemberType = typeof(FiniteDifferences))]
    public void Should_differentiate_a_small_network_of_all_layers(ulong seed)
    {
        int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
        var (batch, channels, filters, units, classes) = (Draw(0, 1, 4), Draw(1, 1, 3), Draw(2, 1, 9), Draw(3, 1, 11), Draw(4, 2, 10));
        long[] imageShape = [batch, 7, 5, channels], kernelShape = [3, 2, channels, filters], hidden = [batch, 7, 5, filters];
        var labels = RandomValues.Integers(batch, 0, classes - 1, seed);

        FiniteDifferences.Require(
            (backend, t) =>
            {
                var images = Conv2DOperation.Apply(t[0], t[1], t[2], Padding.Same, Activation.Relu, backend);
                var pooled = MaxPool2DOperation.Apply(images, 2, 2, backend);
                var features = DenseOperation.Apply(pooled.reshape(batch, -1), t[3], t[4], Activation.Tanh, backend);
                var kept = DropoutOperation.Apply(features, 0.25, Stream, backend);
                var logits = DenseOperation.Apply(kept, t[5], t[6], Activation.Softmax, backend);
                return SoftmaxCrossEntropyOperation.Loss(logits, labels, backend);
            },
            x =>
            {
                var images = ByDefinition.Conv2D(x[0], imageShape, x[1], kernelShape, x[2], same: true);
                var pooled = ByDefinition.MaxPool2D(ByDefinition.Activate(images, Activation.Relu), hidden, 2, 2);
                var features = ByDefinition.Activate(ByDefinition.Dense(pooled, x[3], x[4], batch), Activation.Tanh);
                var kept = ByDefinition.Dropout(features, 0.25, Stream);
                return [ByDefinition.SoftmaxCrossEntropy(ByDefinition.Dense(kept, x[5], x[6], batch), labels)];
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
