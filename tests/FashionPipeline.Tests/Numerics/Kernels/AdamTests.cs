using FashionPipeline.Numerics.Kernels;

namespace FashionPipeline.Tests.Numerics.Kernels;

public class AdamTests
{
    private static readonly Workspace Single = new(1);

    [Fact]
    public void Should_take_the_two_steps_that_were_calculated_by_hand()
    {
        // β1 = 0.9, β2 = 0.99, ε = 0.1, lr = 0.1, w = 1, gradients 0.5 and -0.2.
        // t=1: m = 0.05, v = 0.0025, lr' = 0.1·sqrt(0.01)/0.1 = 0.1;           w = 1 - 0.1·0.05/(0.05 + 0.1) = 0.9666667
        // t=2: m = 0.025, v = 0.0025·0.99 + 0.04·0.01 = 0.002875, lr' = 0.1·sqrt(0.0199)/0.19 = 0.07424598;
        //      w = 0.9666667 - 0.07424598·0.025/(0.05361903 + 0.1) = 0.9545839
        var options = new AdamOptions { Beta1 = 0.9, Beta2 = 0.99, Epsilon = 0.1 };
        float[] weights = [1], first = [0], second = [0];

        Adam.Update(weights, [0.5f], first, second, options, new AdamStepSizes(options, 0).Next(0.1), 1, Single);
        Assert.Equal(0.9666667f, weights[0], 1e-6f);

        Adam.Update(weights, [-0.2f], first, second, options, new AdamStepSizes(options, 1).Next(0.1), 1, Single);
        Assert.Equal(0.9545839f, weights[0], 1e-6f);
        Assert.Equal(0.025f, first[0], 1e-7f);
        Assert.Equal(0.002875f, second[0], 1e-7f);
    }

    [Fact]
    public void Should_take_the_decay_from_the_weights_before_the_step_and_not_from_the_moments()
    {
        // As above with 0.5 kept of the weight: 0.5·1 - 0.1·0.05/(0.05 + 0.1) = 0.4666667
        var options = new AdamOptions { Beta1 = 0.9, Beta2 = 0.99, Epsilon = 0.1 };
        float[] weights = [1], first = [0], second = [0];

        Adam.Update(weights, [0.5f], first, second, options, new AdamStepSizes(options).Next(0.1), 0.5f, Single);

        Assert.Equal(0.4666667f, weights[0], 1e-6f);
        Assert.Equal(0.05f, first[0], 1e-7f);
        Assert.Equal(0.0025f, second[0], 1e-7f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(37)]
    [InlineData(40_001)]
    public void Should_give_each_value_the_same_bits_wherever_it_stands_and_on_any_number_of_cores(int count)
    {
        var weights = Train(RandomValues.Floats(count), i => RandomValues.Floats(count, i), Single);
        var weights4 = Train(RandomValues.Floats(count), i => RandomValues.Floats(count, i), new Workspace(4));
        var reversed = Train(
            [.. RandomValues.Floats(count).Reverse()], i => [.. RandomValues.Floats(count, i).Reverse()], Single);

        Assert.Equal(weights, weights4);
        Assert.Equal(weights.Reverse(), reversed);
    }

    [Fact]
    public void Should_move_by_the_learning_rate_in_the_first_step_whatever_the_gradient() =>
        Assert.All(
            new[] { 1e-3f, 1f, 1e3f },
            gradient =>
            {
                var options = new AdamOptions();
                float[] weights = [0], first = [0], second = [0];
                Adam.Update(weights, [gradient], first, second, options, new AdamStepSizes(options, 0).Next(0.001), 1, Single);
                Assert.Equal(-0.001f, weights[0], 1e-5f);
            });

    [Fact]
    public void Should_refuse_spans_that_differ_in_length() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => Adam.Update(new float[3], new float[3], new float[2], new float[3], new AdamOptions(), 0.1f, 1, Single));

    private static float[] Train(float[] weights, Func<ulong, float[]> gradient, Workspace workspace)
    {
        var options = new AdamOptions();
        var (first, second) = (new float[weights.Length], new float[weights.Length]);
        for (var step = 1; step <= 3; step++)
        {
            var stepSize = new AdamStepSizes(options, step - 1).Next(0.001);
            Adam.Update(weights, gradient((ulong)step + 1), first, second, options, stepSize, 0.99f, workspace);
        }

        return weights;
    }
}
