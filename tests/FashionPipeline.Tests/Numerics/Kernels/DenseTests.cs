using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class DenseTests
{
    public static TheoryData<int, int, int> Shapes { get; } = new()
    {
        { 1, 1, 1 }, { 1, 784, 10 }, { 64, 40, 32 }, { 5, 3, 64 }, { 33, 17, 2 }, { 26, 9, 97 }, { 65, 100, 33 }, { 2, 1, 31 },
        { 40, 300, 64 }, { 2, 0, 2 }, { 2, 3, 0 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Should_add_in_the_documented_order_to_the_bit(int batch, int features, int units) =>
        RequireDocumentedOrder(new(batch, features, units));

    [Fact]
    public void Should_add_in_the_documented_order_whatever_the_shape()
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            RequireDocumentedOrder(new(Numbers.Whole(seed, 0, 1, 70), Numbers.Whole(seed, 1, 1, 90), Numbers.Whole(seed, 2, 1, 75)));
        }
    }

    [Fact]
    public void Should_compute_a_layer_that_was_worked_out_by_hand()
    {
        var (output, inputGradient, kernelGradient, biasGradient) = (new float[4], new float[4], new float[4], new float[2]);
        float[] input = [1, 2, 3, 4], kernel = [1, -1, 0.5f, 2], bias = [10, -20];
        var shape = new DenseShape(2, 2, 2);

        Dense.Forward(shape, input, kernel, bias, output, relu: true, new Workspace(1));
        Dense.Backward(shape, input, kernel, output, [1, 1, 1, 1], inputGradient, kernelGradient,
            biasGradient, relu: true, new Workspace(1));

        Assert.Equal([12, 0, 15, 0], output);
        Assert.Equal([1, 0.5f, 1, 0.5f], inputGradient);
        Assert.Equal([4, 0, 6, 0], kernelGradient);
        Assert.Equal([2, 0], biasGradient);
    }

    [Fact]
    public void Should_let_a_number_that_is_none_be_seen_behind_relu()
    {
        var output = new float[1];

        Dense.Forward(new(1, 1, 1), [float.NaN], [1], [0], output, relu: true, new Workspace(1));

        Assert.True(float.IsNaN(output[0]));
    }

    [Fact]
    public void Should_refuse_lengths_that_do_not_fit()
    {
        var exception = Assert.Throws<ArgumentException>(() =>
            Dense.Forward(new(2, 3, 4), new float[6], new float[11], new float[4], new float[8], false, new Workspace(1)));

        Assert.Contains("kernel.Length is 11, the shape asks for 12", exception.Message, StringComparison.Ordinal);
    }

    private static void RequireDocumentedOrder(DenseShape shape)
    {
        var (batch, features, units) = shape;
        var input = Numbers.Random(batch * features, 1);
        var kernel = Numbers.Random(features * units, 2);
        var bias = Numbers.Random(units, 3);
        var outputGradient = Numbers.Random(batch * units, 4);
        foreach (var relu in new[] { false, true })
        {
            var output = new float[batch * units];
            var (inputGradient, kernelGradient, biasGradient) = (new float[input.Length], new float[kernel.Length], new float[units]);
            var gradient = new float[outputGradient.Length];
            for (var row = 0; row < batch; row++)
            {
                for (var unit = 0; unit < units; unit++)
                {
                    var sum = bias[unit];
                    for (var feature = 0; feature < features; feature++)
                    {
                        sum = MathF.FusedMultiplyAdd(input[(row * features) + feature], kernel[(feature * units) + unit], sum);
                    }

                    var at = (row * units) + unit;
                    output[at] = relu && sum <= 0 ? 0 : sum;
                    gradient[at] = relu && !(output[at] > 0) ? 0 : outputGradient[at];
                    biasGradient[unit] += gradient[at];
                }

                for (var feature = 0; feature < features; feature++)
                {
                    for (var unit = 0; unit < units; unit++)
                    {
                        ref var x = ref inputGradient[(row * features) + feature];
                        x = MathF.FusedMultiplyAdd(gradient[(row * units) + unit], kernel[(feature * units) + unit], x);
                        ref var w = ref kernelGradient[(feature * units) + unit];
                        w = MathF.FusedMultiplyAdd(input[(row * features) + feature], gradient[(row * units) + unit], w);
                    }
                }
            }

            foreach (var workspace in new[] { new Workspace(1), new Workspace(4) })
            {
                var (y, dx, dw, db) = (new float[output.Length], new float[input.Length], new float[kernel.Length], new float[units]);
                Dense.Forward(shape, input, kernel, bias, y, relu, workspace);
                Dense.Backward(shape, input, kernel, y, outputGradient, dx, dw, db, relu, workspace);
                Numbers.AssertSameBits(output, y);
                Numbers.AssertSameBits(inputGradient, dx);
                Numbers.AssertSameBits(kernelGradient, dw);
                Numbers.AssertSameBits(biasGradient, db);
            }
        }
    }
}
