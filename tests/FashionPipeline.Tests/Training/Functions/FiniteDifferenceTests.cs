using FashionPipeline.Numerics.Random;
using FashionPipeline.Tests.Numerics.Kernels;
using FashionPipeline.Training.Functions;
using FashionPipeline.Training.Networks;
using static TorchSharp.torch;
using Padding = FashionPipeline.Training.Networks.Padding;

namespace FashionPipeline.Tests.Training.Functions;

/// <summary>Gradients of our own kernels against central differences of the formulas in double, on random shapes.</summary>
public class FiniteDifferenceTests
{
    // Rounding adds about 1e-16 / 1e-6 to a difference, curvature about 1e-12; a bend of relu or max that lies nearer than that is not met.
    private const double Distance = 1e-6;

    private static readonly RandomStream Stream = new(1, RandomPurpose.Dropout, layer: 1, epoch: 1, step: 1);

    public static TheoryData<ulong> Seeds { get; } = new(Enumerable.Range(1, 8).Select(seed => (ulong)seed));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Should_differentiate_dense(ulong seed)
    {
        var (batch, features, units) = (Numbers.Whole(seed, 0, 1, 5), Numbers.Whole(seed, 1, 1, 35), Numbers.Whole(seed, 2, 1, 20));
        foreach (var activation in Enum.GetValues<Activation>())
        {
            Require(
                (operations, t) => operations.Dense(t[0], t[1], t[2], activation),
                x => ByDefinition.Activate(ByDefinition.Dense(x[0], x[1], x[2], batch), activation),
                Input.Random(seed, batch, features),
                Input.Random(seed + 100, features, units),
                Input.Random(seed + 200, units));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Should_differentiate_conv2d(ulong seed)
    {
        int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
        var kernel = Input.Random(seed + 100, Draw(0, 1, 4), Draw(1, 1, 4), Draw(2, 1, 3), Draw(3, 1, 19));
        var input = Input.Random(seed, Draw(4, 1, 3), Draw(5, (int)kernel.Shape[0], 6), Draw(6, (int)kernel.Shape[1], 6), kernel.Shape[2]);
        foreach (var (padding, activation) in new[] { (Padding.Valid, Activation.Relu), (Padding.Same, Activation.Linear), (Padding.Same, Activation.Sigmoid) })
        {
            Require(
                (operations, t) => operations.Conv2D(t[0], t[1], t[2], padding, activation),
                x => ByDefinition.Activate(ByDefinition.Conv2D(x[0], input.Shape, x[1], kernel.Shape, x[2], padding == Padding.Same), activation),
                input,
                kernel,
                Input.Random(seed + 200, kernel.Shape[3]));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Should_differentiate_max_pool2d(ulong seed)
    {
        int Draw(int index, int least, int most) => Numbers.Whole(seed, index, least, most);
        var (poolHeight, poolWidth) = (Draw(0, 1, 3), Draw(1, 1, 3));
        var input = Input.Random(seed, Draw(2, 1, 3), Draw(3, poolHeight, 7), Draw(4, poolWidth, 7), Draw(5, 1, 18));

        Require((operations, t) => operations.MaxPool2D(t[0], poolHeight, poolWidth), x => ByDefinition.MaxPool2D(x[0], input.Shape, poolHeight, poolWidth), input);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Should_differentiate_dropout_and_activations(ulong seed)
    {
        var input = Input.Random(seed, Numbers.Whole(seed, 0, 1, 9), Numbers.Whole(seed, 1, 1, 37));

        Require((operations, t) => operations.Dropout(t[0], 0.25, Stream), x => ByDefinition.Dropout(x[0], 0.25, Stream), input);
        foreach (var activation in Enum.GetValues<Activation>())
        {
            Require((operations, t) => operations.Activate(t[0], activation), x => ByDefinition.Activate(x[0], activation), input);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Should_differentiate_softmax_cross_entropy(ulong seed)
    {
        var (batch, classes) = (Numbers.Whole(seed, 0, 1, 9), Numbers.Whole(seed, 1, 2, 19));
        var labels = RandomValues.Integers(batch, 0, classes - 1, seed);

        Require(
            (operations, t) => operations.SoftmaxCrossEntropy(t[0], labels),
            x => [ByDefinition.SoftmaxCrossEntropy(x[0], labels)],
            Input.Random(seed, batch, classes));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Should_differentiate_a_small_network_of_all_layers(ulong seed)
    {
        var (batch, channels, filters, units, classes) =
            (Numbers.Whole(seed, 0, 1, 4), Numbers.Whole(seed, 1, 1, 3), Numbers.Whole(seed, 2, 1, 9), Numbers.Whole(seed, 3, 1, 11), Numbers.Whole(seed, 4, 2, 10));
        long[] imageShape = [batch, 7, 5, channels], kernelShape = [3, 2, channels, filters], hidden = [batch, 7, 5, filters];
        var labels = RandomValues.Integers(batch, 0, classes - 1, seed);

        Require(
            (operations, t) =>
            {
                var images = operations.MaxPool2D(operations.Conv2D(t[0], t[1], t[2], Padding.Same, Activation.Relu), 2, 2);
                var features = operations.Dense(images.reshape(batch, -1), t[3], t[4], Activation.Tanh);
                return operations.SoftmaxCrossEntropy(operations.Dense(operations.Dropout(features, 0.25, Stream), t[5], t[6], Activation.Softmax), labels);
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

    private static void Require(Func<Operations, Tensor[], Tensor> operation, Func<double[][], double[]> formula, params Input[] inputs)
    {
        var portable = Evaluation.Of(Agreement.Portable, operation, inputs);
        double[][] values = [.. inputs.Select(input => input.Values.Select(value => (double)value).ToArray())];
        var output = formula(values);
        var weights = Evaluation.OutputWeights(output.Length);

        Agreement.RequireClose(output, portable.Output, Agreement.OutputTolerance, "output");
        for (var i = 0; i < inputs.Length; i++)
        {
            var expected = new double[values[i].Length];
            for (var j = 0; j < expected.Length; j++)
            {
                var value = values[i][j];
                values[i][j] = value + Distance;
                var above = formula(values);
                values[i][j] = value - Distance;
                var below = formula(values);
                values[i][j] = value;
                expected[j] = above.Select((each, k) => weights[k] * (each - below[k])).Sum() / (2 * Distance);
            }

            Agreement.RequireClose(expected, portable.Gradients[i]!, Agreement.GradientTolerance, $"gradient of input {i}");
        }
    }
}
